import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { synthesised } from '#local/synthesis.ts';
import { type Counted, consumptionOfClick, consumptionOfRow } from './consumption.ts';
import { asJson, type Figure, verdictOf } from './figure.ts';
import { NAIVE_STATES, naive } from './naive-design.ts';
import { outcomes } from './outcomes.ts';
import { byService, type Consumption, firstYear, keptPerMonth, total } from './price-model.ts';
import prices from './prices.json' with { type: 'json' };
import { rounded } from './statistics.ts';

const USAGE = `Usage: npm run cost -- [options]

  --from FILE  takes the counts of a finished \`npm run bench -- --json\`; otherwise counts now (a minute)
  --json       standard output carries one JSON object
`;
const TARGET = 0.05;
const VOLUMES = [1e3, 1e4, 1e5, 1e6, 1e7];
/** Bytes of a row in an agent's file, as the bench makes them. */
const ROW_BYTES = 2_300;

const Bench = z.object({ figures: z.array(z.object({ name: z.string(), value: z.number() })) });
const Resources = z.record(
  z.string(),
  z.object({
    Type: z.string(),
    Properties: z.looseObject({ MemorySize: z.number().optional() }).optional(),
  }),
);

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stderr.write(USAGE);
  process.exit(0);
}
const say = (line: string) => process.stderr.write(`${line}\n`);

const figures: readonly Pick<Figure, 'name' | 'value'>[] = values.from
  ? Bench.parse(JSON.parse(readFileSync(values.from, 'utf8'))).figures
  : await outcomes({ quick: true, rows: 400, say });
const { functionGb, standing } = await deployed();
const click = countedOf('approveSingle');
const row = countedOf('approveInBatch');
const used = {
  click: consumptionOfClick(click, { functionGb }),
  row: consumptionOfRow(row, click, { functionGb, rowBytes: ROW_BYTES }),
};
const designs: Readonly<Record<string, Consumption>> = {
  click: used.click,
  'row of a batch': used.row,
  'naive design': naive(used.click),
};

const perThousand = Object.entries(designs).map(([name, consumption]) => ({
  name,
  services: byService(consumption),
  total: total(byService(consumption)),
  keptPerMonth: keptPerMonth(consumption),
}));
const targets = perThousand.slice(0, 2).map(({ name, total: value }): Figure => {
  return { name: `cost.${name}`, value, unit: 'USD per 1,000', atMost: TARGET };
});
const growth = VOLUMES.map((registrations) => ({
  ours: firstYear(used.row, standing, registrations),
  naive: firstYear(naive(used.row), standing, registrations),
}));

if (values.json) {
  const figuresOut = targets.map(asJson);
  process.stdout.write(
    `${JSON.stringify({ region: prices.region, prices: prices.date, target: TARGET, figures: figuresOut, perThousand, growth })}\n`,
  );
} else print();

/** What the template gives: the memory of a function, and what is paid though nobody registers. */
async function deployed() {
  const resources = Object.values(Resources.parse((await synthesised()).Resources));
  const ofType = (type: string) => resources.filter((it) => it.Type === type);
  const memory = ofType('AWS::Lambda::Function').map(
    ({ Properties }) => Properties?.MemorySize ?? 128,
  );
  return {
    functionGb: Math.max(...memory) / 1024,
    standing: {
      keys: ofType('AWS::KMS::Key').length,
      alarms: ofType('AWS::CloudWatch::Alarm').length,
    },
  };
}

function countedOf(outcome: string): Counted {
  const value = (of: keyof Counted): number => {
    const found = figures.find(({ name }) => name === `outcome.${outcome}.${of}`);
    if (!found) throw new Error(`the bench has no figure outcome.${outcome}.${of}`);
    return found.value;
  };
  return {
    requests: value('requests'),
    readUnits: value('readUnits'),
    writeUnits: value('writeUnits'),
    invocations: value('invocations'),
    taskMs: value('taskMs'),
    invocationMs: value('invocationMs'),
    signatures: value('signatures'),
    transitions: value('transitions'),
    storedBytes: value('storedBytes'),
  };
}

function print(): void {
  const usd = (value: number) => value.toFixed(4).padStart(10);
  const services = Object.keys(perThousand[0]?.services ?? {});
  const lines = [
    `USD per 1,000 automatic registrations, ${prices.region}, prices of ${prices.date} (test/bench/prices.json)`,
    '',
    `${''.padEnd(24)}${perThousand.map(({ name }) => name.padStart(16)).join('')}`,
    ...services.map(
      (service) =>
        service.padEnd(24) +
        perThousand.map((it) => usd(it.services[service] ?? 0).padStart(16)).join(''),
    ),
    `${'together'.padEnd(24)}${perThousand.map((it) => usd(it.total).padStart(16)).join('')}`,
    `${'kept, a month for ever'.padEnd(24)}${perThousand.map((it) => usd(it.keptPerMonth).padStart(16)).join('')}`,
    '',
    ...targets.map(
      (it) => `${it.name}: ${rounded(it.value)} ${it.unit}, target ≤ ${TARGET}: ${verdictOf(it)}`,
    ),
    `naive: one Standard execution of ${NAIVE_STATES.length} states, one Lambda a step`,
    '',
    'a year            requests    storage   standing      total   per 1,000      naive',
    ...growth.map(({ ours, naive: other }) =>
      [
        ours.registrations.toLocaleString('en-US').padStart(12),
        ...[ours.requests, ours.storage, ours.standing, ours.total].map((it) =>
          it.toFixed(2).padStart(11),
        ),
        ours.perThousand.toFixed(4).padStart(12),
        other.total.toFixed(2).padStart(11),
      ].join(''),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
