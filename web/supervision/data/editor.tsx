import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/tick.tsx';
import { TextField } from '../fields.tsx';
import { type Draft, type DraftOf, FIGURES } from './draft.ts';
import { TYPES } from './present.ts';

interface EditorProps<Of extends Draft> {
  readonly draft: Of;
  readonly onType: (draft: Draft) => void;
}

/** What suits each kind: limits as numbers, a calendar as days, words and wordings one a line. */
export function Editor({ draft, onType }: EditorProps<Draft>) {
  switch (draft.kind) {
    case 'LIMITS':
      return <LimitsEditor draft={draft} onType={onType} />;
    case 'STOP_LIST':
      return <WordsEditor draft={draft} onType={onType} />;
    case 'CALENDAR':
      return <CalendarEditor draft={draft} onType={onType} />;
    case 'BUNDLE':
      return <BundleEditor draft={draft} onType={onType} />;
  }
}

function LimitsEditor({ draft, onType }: EditorProps<DraftOf<'LIMITS'>>) {
  const { t } = useTranslation();
  return (
    <div className="pairs">
      {FIGURES.map((name) => (
        <TextField
          key={name}
          label={t(`supervisionData.figure.${name}`)}
          value={draft.figures[name] ?? ''}
          onType={(text) => onType({ ...draft, figures: { ...draft.figures, [name]: text } })}
          isNumber
        />
      ))}
    </div>
  );
}

function WordsEditor({ draft, onType }: EditorProps<DraftOf<'STOP_LIST'>>) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('supervisionData.stateSecurity')}
        hint={t('supervisionData.wordsHint')}
        value={draft.stateSecurity}
        onType={(stateSecurity) => onType({ ...draft, stateSecurity })}
        lines={6}
      />
      <TextField
        label={t('supervisionData.publicInterest')}
        hint={t('supervisionData.wordsHint')}
        value={draft.publicInterest}
        onType={(publicInterest) => onType({ ...draft, publicInterest })}
        lines={6}
      />
    </>
  );
}

function CalendarEditor({ draft, onType }: EditorProps<DraftOf<'CALENDAR'>>) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('supervisionData.holidays')}
        hint={t('supervisionData.holidaysHint', { year: draft.year })}
        value={draft.holidays}
        onType={(holidays) => onType({ ...draft, holidays })}
        lines={8}
      />
      <TextField
        label={t('supervisionData.makeUpDays')}
        hint={t('supervisionData.makeUpDaysHint')}
        value={draft.makeUpDays}
        onType={(makeUpDays) => onType({ ...draft, makeUpDays })}
        lines={6}
      />
    </>
  );
}

function BundleEditor({ draft, onType }: EditorProps<DraftOf<'BUNDLE'>>) {
  const { t } = useTranslation();
  const offer = (type: string) => (isOffered: boolean) =>
    onType({
      ...draft,
      types: isOffered ? [...draft.types, type] : draft.types.filter((it) => it !== type),
    });
  return (
    <>
      <Tick
        label={t('supervisionData.end')}
        hint={t('supervisionData.endHint')}
        checked={draft.isEnded}
        onChange={(isEnded) => onType({ ...draft, isEnded })}
      />
      {!draft.isEnded && (
        <>
          <TextField
            label={t('supervisionData.bundle.name')}
            value={draft.name}
            onType={(name) => onType({ ...draft, name })}
          />
          <TextField
            label={t('supervisionData.bundle.version')}
            hint={t('supervisionData.versionHint')}
            value={draft.version}
            onType={(version) => onType({ ...draft, version })}
          />
          <fieldset className="group">
            <legend>{t('supervisionData.types')}</legend>
            {TYPES.map((type) => (
              <Tick
                key={type}
                label={t(`value.${type}`)}
                checked={draft.types.includes(type)}
                onChange={offer(type)}
              />
            ))}
          </fieldset>
          <Tick
            label={t('supervisionData.bundle.ownPremises')}
            checked={draft.ownPremises}
            onChange={(ownPremises) => onType({ ...draft, ownPremises })}
          />
          <TextField
            label={t('supervisionData.group.core')}
            hint={t('supervisionData.wordingsHint')}
            value={draft.core}
            onType={(core) => onType({ ...draft, core })}
            lines={8}
          />
          <TextField
            label={t('supervisionData.group.option')}
            hint={t('supervisionData.wordingsHint')}
            value={draft.options}
            onType={(options) => onType({ ...draft, options })}
            lines={5}
          />
        </>
      )}
    </>
  );
}
