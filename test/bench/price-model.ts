import * as z from 'zod';
import prices from './prices.json' with { type: 'json' };

const Price = z.object({ usd: z.number().min(0), per: z.number().positive() });
const Names = z.enum([
  'lambdaRequest',
  'lambdaGbSecond',
  'dynamoWriteUnit',
  'dynamoReadUnit',
  'dynamoGbMonth',
  'dynamoBackupGbMonth',
  'expressRequest',
  'expressGbSecond',
  'standardTransition',
  'kmsSignature',
  'kmsKeyMonth',
  's3Put',
  's3Get',
  's3GbMonth',
  'httpApiRequest',
  'logGb',
  'logGbMonth',
  'traceRecorded',
  'alarmMonth',
]);
export type Metered = z.infer<typeof Names>;

/** USD of one unit each. */
const PRICES: Readonly<Record<Metered, number>> = Object.fromEntries(
  Object.entries(z.record(Names, Price).parse(prices.prices)).map(([name, { usd, per }]) => [
    name,
    usd / per,
  ]),
) as Record<Metered, number>;

/** What one registration uses, by unit of price; what stays for ever is in the `…GbMonth`s, in GB. */
export type Consumption = Readonly<Partial<Record<Metered, number>>>;

const SERVICES: Readonly<Record<string, readonly Metered[]>> = {
  Lambda: ['lambdaRequest', 'lambdaGbSecond'],
  'DynamoDB requests': ['dynamoWriteUnit', 'dynamoReadUnit'],
  'Step Functions': ['expressRequest', 'expressGbSecond', 'standardTransition'],
  KMS: ['kmsSignature'],
  'API Gateway': ['httpApiRequest'],
  S3: ['s3Put', 's3Get'],
  'CloudWatch logs, X-Ray': ['logGb', 'traceRecorded'],
};
const KEPT: readonly Metered[] = [
  'dynamoGbMonth',
  'dynamoBackupGbMonth',
  's3GbMonth',
  'logGbMonth',
];

const costOf = (used: Consumption, units: readonly Metered[]): number =>
  units.reduce((usd, unit) => usd + (used[unit] ?? 0) * PRICES[unit], 0);

/** USD for so many registrations, by service; what storage costs afterwards is not in it. */
export const byService = (used: Consumption, registrations = 1_000): Record<string, number> =>
  Object.fromEntries(
    Object.entries(SERVICES).map(([service, units]) => [
      service,
      costOf(used, units) * registrations,
    ]),
  );

export const total = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((sum, it) => sum + it, 0);

/** USD a month for ever, of what so many registrations leave behind. */
export const keptPerMonth = (used: Consumption, registrations = 1_000): number =>
  costOf(used, KEPT) * registrations;

/** What is paid each month though nobody registers. */
export interface Standing {
  readonly keys: number;
  readonly alarms: number;
}

export interface YearlyCost {
  readonly registrations: number;
  readonly requests: number;
  /** of the year's own registrations, which come in evenly and so are kept for half of it */
  readonly storage: number;
  readonly standing: number;
  readonly total: number;
  readonly perThousand: number;
}

/** The first year at a volume, in USD. List prices have no volume discount in what we use most. */
export function firstYear(
  used: Consumption,
  standing: Standing,
  registrations: number,
): YearlyCost {
  const requests = total(byService(used, registrations));
  const storage = keptPerMonth(used, registrations) * 6;
  const fixed = 12 * (standing.keys * PRICES.kmsKeyMonth + standing.alarms * PRICES.alarmMonth);
  const all = requests + storage + fixed;
  return {
    registrations,
    requests,
    storage,
    standing: fixed,
    total: all,
    perThousand: (all / registrations) * 1_000,
  };
}
