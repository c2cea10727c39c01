import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '#functions/application/form.ts';
import { peopleOf } from '#functions/application/form-places.ts';
import { Tick } from '../../parts/tick.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import { NumberField } from './number-field.tsx';
import { percentOf } from './percent.ts';
import { PromiseTexts } from './promise-texts.tsx';
import { PromiseTick } from './promise-tick.tsx';
import { given, withPromise } from './promises.ts';

type Owners = NonNullable<NonNullable<ApplicationForm['beneficialOwners']>['owners']>;

/** Above 10 million yuan the owners are filed (Beneficial Ownership Measures, art. 3); in fen. */
const EXEMPT_UP_TO = 1_000_000_000;

const POINTER = '/beneficialOwners/exemptionPromise';

const mayBeExempt = ({ capital, shareholders = [] }: ApplicationForm): boolean =>
  (capital?.fen ?? 0) <= EXEMPT_UP_TO && !shareholders.some(({ company }) => company);

/** Who finally owns or controls a company; a small one of natural persons may promise that nobody else does. */
export function BeneficialOwners({ form, change, preCheck }: StepProps) {
  const { t } = useTranslation();
  const id = useId();
  const owners = form.beneficialOwners?.owners;
  const isPromised = form.beneficialOwners?.exemptionPromise === true;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('field.beneficialOwners')}</h2>
      <p>{t('parties.owners.lead')}</p>
      {mayBeExempt(form) || isPromised ? (
        <PromiseTexts>
          {({ version, promises }) => {
            const text = promises.find(({ pointer }) => pointer === POINTER);
            return (
              text && (
                <PromiseTick
                  text={text}
                  findings={findingsAt(preCheck, POINTER)}
                  checked={given(form, POINTER, version)}
                  onChange={(it) => change((was) => withPromise(was, POINTER, version, it))}
                />
              )
            );
          }}
        </PromiseTexts>
      ) : (
        <p className="hint">{t('parties.owners.notExempt')}</p>
      )}
      {!isPromised && (
        <Group
          legend={t('parties.owners.legend')}
          hint={t('parties.owners.hint')}
          findings={findingsOn(preCheck, '/beneficialOwners', '/beneficialOwners/owners')}
        >
          {peopleOf(form).map(([key, { name }], at) => (
            <Owner
              key={key}
              {...{ preCheck, owners: owners ?? [], person: key }}
              name={name ?? t('parties.people.nth', { number: at + 1 })}
              onChange={(to) =>
                change((was) => ({
                  ...was,
                  beneficialOwners: { ...was.beneficialOwners, owners: to },
                }))
              }
            />
          ))}
        </Group>
      )}
    </section>
  );
}

interface OwnerProps extends Pick<StepProps, 'preCheck'> {
  readonly owners: Owners;
  readonly person: string;
  readonly name: string;
  readonly onChange: (owners: Owners | undefined) => void;
}

function Owner({ owners, person, name, preCheck, onChange }: OwnerProps) {
  const { t } = useTranslation();
  const at = owners.findIndex((it) => it.person === person);
  const others = owners.filter((it) => it.person !== person);
  return (
    <>
      <Tick
        label={name}
        checked={at >= 0}
        onChange={(is) => {
          const now = is ? [...others, { person }] : others;
          onChange(now.length > 0 ? now : undefined);
        }}
      />
      {at >= 0 && (
        <NumberField
          label={t('parties.owners.share', { name })}
          hint={t('parties.owners.shareHint')}
          findings={findingsAt(preCheck, `/beneficialOwners/owners/${at}`)}
          value={owners[at]?.share}
          parse={percentOf}
          otherwise={t('parties.owners.shareOtherwise')}
          onChange={(share) => onChange(owners.with(at, { person, share }))}
        />
      )}
    </>
  );
}
