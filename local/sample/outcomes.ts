import { EXPECTED, expectations, type Group, type Outcome } from './expected.ts';

/** A row as it was sent, by the reference that comes back with its result. */
export interface SentRow {
  readonly clientRowRef: string;
  readonly group: Group;
}

/** What became of a row: its state, and the rules that stopped it, warnings left out. */
export interface ActualRow {
  readonly clientRowRef: string;
  readonly state: string;
  readonly rules: readonly string[];
}

export interface Outcomes {
  readonly registered: number;
  readonly returned: number;
  readonly referred: number;
  /** rows that are not there, there twice, or in none of the three states */
  readonly lost: number;
  /** in words, what differs from the expectation; empty = all as it must be */
  readonly deviations: readonly string[];
}

/** Compares what became of the sample with what must become of it. */
export function outcomesOf(sent: readonly SentRow[], actual: readonly ActualRow[]): Outcomes {
  const byRef = Map.groupBy(actual, (it) => it.clientRowRef);
  const rows = sent.map(({ clientRowRef, group }) => {
    const [row, ...more] = byRef.get(clientRowRef) ?? [];
    const state = row && more.length === 0 ? outcomeOf(row.state) : undefined;
    return { clientRowRef, group, state, rules: row?.rules ?? [] };
  });
  const count = (state: Outcome | undefined) => rows.filter((it) => it.state === state).length;
  const refs = new Set(sent.map((it) => it.clientRowRef));
  const strangers = actual.filter((it) => !refs.has(it.clientRowRef));
  return {
    registered: count('REGISTERED'),
    returned: count('RETURNED'),
    referred: count('REFERRED'),
    lost: count(undefined),
    deviations: [
      ...expectations.flatMap(([group]) => deviationsOf(group, rows)),
      ...rows.flatMap(ruleDeviation),
      ...strangers.map((it) => `${it.clientRowRef}: was not sent`),
    ],
  };
}

interface Row extends SentRow {
  readonly state: Outcome | undefined;
  readonly rules: readonly string[];
}

function deviationsOf(group: Group, rows: readonly Row[]): string[] {
  const { becomes } = EXPECTED[group];
  const wanted: Partial<Record<Outcome, number>> = becomes;
  const states: readonly Outcome[] = ['REGISTERED', 'RETURNED', 'REFERRED'];
  return states.flatMap((state) => {
    const found = rows.filter((it) => it.group === group && it.state === state).length;
    const expected = wanted[state] ?? 0;
    return found === expected ? [] : [`${group}: ${found} ${state}, expected ${expected}`];
  });
}

function ruleDeviation({ clientRowRef, group, state, rules }: Row): string[] {
  if (state === undefined) return [`${clientRowRef} (${group}): lost`];
  const found = [...new Set(rules)].sort().join(' ');
  const expected = state === 'REGISTERED' ? '' : [...EXPECTED[group].rules].sort().join(' ');
  return found === expected
    ? []
    : [`${clientRowRef} (${group}): ${state} by [${found}], expected [${expected}]`];
}

const outcomeOf = (state: string): Outcome | undefined =>
  state === 'REGISTERED' || state === 'RETURNED' || state === 'REFERRED' ? state : undefined;
