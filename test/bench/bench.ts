import { parseArgs } from 'node:util';
import { asJson, type Figure, table, verdictOf } from './figure.ts';
import type { Part } from './part.ts';

const USAGE = `Usage: npm run bench -- [options]

  --quick      smaller numbers, under 4 minutes
  --only NAME  one part: ${Object.keys(partsByName()).join(', ')}
  --rows N     rows of the end-to-end batch (20000; 2000 with --quick)
  --json       standard output carries one JSON object
  --help       this text
`;

/** Each part is loaded when its turn comes, so that none measures with the memory of the others. */
function partsByName(): Readonly<Record<string, () => Promise<Part>>> {
  return {
    bundles: async () => (await import('./bundles.ts')).bundles,
    rules: async () => (await import('./rules.ts')).rules,
    click: async () => (await import('./click.ts')).click,
    outcomes: async () => (await import('./outcomes.ts')).outcomes,
    throughput: async () => (await import('./throughput.ts')).throughput,
    lanes: async () => (await import('./lanes.ts')).lanes,
    intake: async () => (await import('./intake.ts')).intake,
    register: async () => (await import('./register-size.ts')).registerSize,
    endToEnd: async () => (await import('./end-to-end.ts')).endToEnd,
    pages: async () => (await import('./pages.ts')).pages,
  };
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rows: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const parts = Object.entries(partsByName()).filter(
  ([name]) => values.only === undefined || name === values.only,
);
const rows = Number(values.rows ?? (values.quick ? 2_000 : 20_000));
if (values.help || parts.length === 0 || !Number.isInteger(rows) || rows < 1) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const startedAt = new Date();
const figures: Figure[] = [];
for (const [name, load] of parts) {
  say(`\n${name} …`);
  const measured = await (await load())({ quick: values.quick, rows, say });
  figures.push(...measured);
  say(table(measured));
}

const missed = figures.filter((figure) => verdictOf(figure) === 'MISS').map(({ name }) => name);
const seconds = (Date.now() - startedAt.getTime()) / 1000;
if (values.json) {
  const run = { at: startedAt.toISOString(), quick: values.quick, seconds, node: process.version };
  process.stdout.write(`${JSON.stringify({ ...run, missed, figures: figures.map(asJson) })}\n`);
} else {
  process.stdout.write(
    `\n${table(figures)}\n\n${missed.length === 0 ? 'Every target holds.' : `Missed: ${missed.join(', ')}`}\n`,
  );
}
