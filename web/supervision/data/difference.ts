import type { Content } from './an-edition.ts';

/** What a line of an edition is about; each is called by a word of its own. */
export type Group =
  | 'figure'
  | 'word'
  | 'holiday'
  | 'workday'
  | 'bundle'
  | 'core'
  | 'option'
  | 'switch';

/** One line of what an edition says. */
interface Line {
  readonly group: Group;
  /** a figure's or member's name, a word, a holiday, a day, a wording, a rule or lane */
  readonly key: string;
  readonly value: string;
}

/** A line that differs; absent = it was not there, or is not any more. */
export interface Change extends Pick<Line, 'group' | 'key'> {
  readonly before?: string;
  readonly after?: string;
}

/** What an edition says, line by line. */
export function linesOf(content: Content): Line[] {
  switch (content.kind) {
    case 'LIMITS':
      return Object.entries(content.figures).map(([key, figure]) => ({
        group: 'figure',
        key,
        value: String(figure),
      }));
    case 'STOP_LIST':
      return content.words.map(({ word, ground }) => ({ group: 'word', key: word, value: ground }));
    case 'CALENDAR':
      return [
        ...content.calendar.holidays.map(
          ({ name, from, until }): Line => ({
            group: 'holiday',
            key: name,
            value: `${from} – ${until}`,
          }),
        ),
        ...content.calendar.makeUpDays.map(
          (day): Line => ({ group: 'workday', key: day, value: 'WORKED' }),
        ),
      ];
    case 'BUNDLE':
      return bundleLines(content.bundle);
    case 'SWITCHES':
      return [
        {
          group: 'switch',
          key: 'rule' in content.of ? content.of.rule : content.of.lane,
          value: content.on ? 'ON' : 'OFF',
        },
      ];
  }
}

function bundleLines(bundle: Extract<Content, { kind: 'BUNDLE' }>['bundle']): Line[] {
  if ('ended' in bundle) return [{ group: 'bundle', key: 'ended', value: 'ENDED' }];
  const { name, version, types, ownPremises, core, options } = bundle;
  return [
    ...(name === '' ? [] : [{ group: 'bundle' as const, key: 'name', value: name }]),
    ...(version === '' ? [] : [{ group: 'bundle' as const, key: 'version', value: version }]),
    ...types.map((type): Line => ({ group: 'bundle', key: type, value: 'OFFERED' })),
    { group: 'bundle', key: 'ownPremises', value: ownPremises ? 'YES' : 'NO' },
    ...core.map((key): Line => ({ group: 'core', key, value: 'INCLUDED' })),
    ...options.map((key): Line => ({ group: 'option', key, value: 'OFFERED' })),
  ];
}

/** What is said of one thing; a holiday that comes twice in a year is said at once. */
function saidOf(content: Content | undefined): ReadonlyMap<string, Line> {
  const said = new Map<string, Line>();
  for (const line of content ? linesOf(content) : []) {
    const at = `${line.group} ${line.key}`;
    const known = said.get(at);
    said.set(at, known ? { ...line, value: `${known.value}, ${line.value}` } : line);
  }
  return said;
}

/** The lines in which two editions differ: changed and new ones in the order of the later, then what is gone. */
export function difference(before: Content | undefined, after: Content): Change[] {
  const [was, is] = [saidOf(before), saidOf(after)];
  return [
    ...[...is].flatMap(([at, { group, key, value }]): Change[] => {
      const old = was.get(at)?.value;
      if (old === value) return [];
      return [{ group, key, after: value, ...(old !== undefined && { before: old }) }];
    }),
    ...[...was].flatMap(([at, { group, key, value }]): Change[] =>
      is.has(at) ? [] : [{ group, key, before: value }],
    ),
  ];
}
