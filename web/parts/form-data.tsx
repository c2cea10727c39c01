import { useTranslation } from 'react-i18next';
import { moneyInWords } from './moment.ts';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whom the keys of `people` stand for, wherever the data have them. */
function namesIn(data: unknown): ReadonlyMap<string, string> {
  const people = isMembers(data) && isMembers(data.people) ? data.people : {};
  return new Map(
    Object.entries(people).flatMap(([key, person]) =>
      isMembers(person) && typeof person.name === 'string' ? [[key, person.name]] : [],
    ),
  );
}

interface FormDataProps {
  readonly data: unknown;
  /** of the member whose value the data are, where they are a part */
  readonly name?: string;
  /** the whole form, whose people the part names */
  readonly of?: unknown;
}

/** A form, or a part of one, as a person reads it: every member that it has, nothing left out. */
export const FormData = ({ data, name = '', of = data }: FormDataProps) => (
  <Value name={name} value={data} names={namesIn(of)} />
);

interface ValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly names: ReadonlyMap<string, string>;
}

function Value({ name, value, names }: ValueProps) {
  const { t, i18n } = useTranslation();
  const word = (key: string) => (i18n.exists(key) ? i18n.t(key as 'common.none') : undefined);
  if (value === undefined || value === null || value === '') return <>{t('common.none')}</>;
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>;
  if (typeof value === 'number')
    return <>{name === 'fen' ? moneyInWords(value, i18n.language) : value}</>;
  if (typeof value === 'string')
    return (
      <>
        {names.get(value) ?? word(name === 'posts' ? `field.${value}` : `value.${value}`) ?? value}
      </>
    );
  if (Array.isArray(value))
    return (
      <ul className="values">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is signed does not change its order
          <li key={at}>
            <Value name={name} value={item} names={names} />
          </li>
        ))}
      </ul>
    );
  if (!isMembers(value)) return null;
  return (
    <dl className="facts">
      {Object.entries(value).map(([key, member]) => (
        <div key={key}>
          <dt>{names.get(key) ?? word(`field.${key}`) ?? key}</dt>
          <dd>
            <Value name={key} value={member} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
