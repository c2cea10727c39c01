import * as z from 'zod';
import type { Application } from '#functions/application/application.ts';
import { Batch, Row } from '#functions/batch/batch.ts';
import type { ExpectedRow } from './clients.ts';
import type { Item, Must } from './left-items.ts';

/** An agent's file: its rows are its ledger, its counts add up, its applications are its own. */
export function checkFile(
  must: Must,
  items: readonly Item[],
  byId: ReadonlyMap<string, Application>,
  { id, rows: expected }: { readonly id: string; readonly rows?: readonly ExpectedRow[] },
  leapt: boolean,
): void {
  const say = (holds: boolean, message: string) => must(holds, `${id} ${message}`);
  const head = items.find(({ pk, sk }) => pk === `BATCH#${id}` && sk === 'HEAD');
  say(head !== undefined, 'is not there');
  if (!head) return;
  const batch = Batch.parse(head);
  const unsent = batch.state === 'CREATED' && expected === undefined;
  say(
    unsent ||
      batch.state === 'CLOSED' ||
      (batch.state === 'REJECTED' && batch.fault === 'NOT_FOUND'),
    `is ${batch.state} for ever`,
  );
  if (batch.state !== 'CLOSED') return;
  const lines = expected?.length ?? batch.rows;
  const rows = items
    .filter(({ pk, sk }) => pk.startsWith(`BATCH#${id}#`) && sk.startsWith('ROW#'))
    .map((it) => Row.parse(it));
  say(batch.rows === lines && rows.length === lines, `has ${rows.length} of ${lines} rows`);
  const counts = {
    registered: 0,
    returned: 0,
    referred: 0,
    signing: 0,
    unfinished: 0,
    invalid: 0,
    linked: 0,
  };
  for (const row of rows) {
    const state = row.applicationId && byId.get(row.applicationId)?.state;
    if (row.state === 'INVALID') counts.invalid += 1;
    else if (row.state === 'LINKED') counts.linked += 1;
    else if (state === 'REGISTERED') counts.registered += 1;
    else if (state === 'RETURNED') counts.returned += 1;
    else if (state === 'SIGNING') counts.signing += 1;
    else counts.referred += 1;
    if (row.state === 'TAKEN_IN') {
      const of = row.applicationId ? byId.get(row.applicationId)?.row : undefined;
      say(of?.batchId === id && of.row === row.row, `row ${row.row} is not its application's`);
    }
    const wish = expected?.[row.row - 1];
    if (expected && wish)
      say(
        row.state === expectedState(wish, expected, rows),
        `row ${row.row} (${wish.kind}) is ${row.state}`,
      );
  }
  // counts are of the moment of closing: what was unfinished then has become something since
  const { unfinished = 0 } = batch;
  for (const [name, count] of Object.entries(counts)) {
    const told = Number(z.record(z.string(), z.unknown()).parse(batch)[name]);
    // of those whom nobody helped on, the clock has ended some
    if (leapt && /^(returned|signing|referred)$/.test(name)) continue;
    const since = name === 'unfinished' ? 0 : count - told;
    say(since >= 0 && since <= unfinished, `counts ${told} ${name} where there are ${count}`);
  }
  const counted = [
    batch.registered,
    batch.returned,
    batch.referred,
    batch.signing,
    batch.invalid,
    batch.linked,
  ];
  const sum = counted.reduce<number>((total, it) => total + (it ?? 0), unfinished);
  say(sum === batch.rows, `counts ${sum} of ${batch.rows} rows`);
  const taken = [...byId.values()].filter(
    (it) => it.row?.batchId === id && !it.handedOverFrom,
  ).length;
  say(
    taken === rows.filter(({ state }) => state === 'TAKEN_IN').length,
    `made ${taken} applications`,
  );
}

/** Rows under one reference: any of them may have come first; the others are linked or refused. */
function expectedState(
  wish: ExpectedRow,
  all: readonly ExpectedRow[],
  rows: readonly Row[],
): Row['state'] {
  if (wish.kind === 'NOT_JSON' || wish.kind === 'NO_FORM') return 'INVALID';
  const group = all.filter(({ ref, kind }) => ref === wish.ref && kind !== 'NO_FORM');
  const first = rows.find(
    (it) => it.state === 'TAKEN_IN' && group.some(({ row }) => row === it.row),
  );
  if (!first) return 'TAKEN_IN';
  if (first.row === wish.row) return 'TAKEN_IN';
  const other = (it: ExpectedRow | undefined) => (it?.kind === 'OTHER_UNDER_SAME' ? it.row : 0);
  return other(wish) === other(all[first.row - 1]) ? 'LINKED' : 'INVALID';
}
