import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAIVE_STATES, naive } from './naive-design.ts';
import { byService, type Consumption, firstYear, keptPerMonth, total } from './price-model.ts';

const USED: Consumption = { dynamoWriteUnit: 40, kmsSignature: 1, dynamoGbMonth: 15e-6 };
const STANDING = { keys: 2, alarms: 10 };

describe('the price model', () => {
  it('multiplies what was used by the price of its unit', () => {
    const services = byService(USED);
    expect(services['DynamoDB requests']).toBeCloseTo(0.025, 6);
    expect(services.KMS).toBeCloseTo(0.015, 6);
    expect(total(services)).toBeCloseTo(0.04, 6);
    expect(keptPerMonth(USED)).toBeCloseTo(0.00375, 6);
  });

  it('adds to a year what is kept for half of it and what is paid anyway', () => {
    const year = firstYear(USED, STANDING, 10_000);
    expect(year.requests).toBeCloseTo(0.4, 6);
    expect(year.storage).toBeCloseTo(0.0375 * 6, 6);
    expect(year.standing).toBeCloseTo(12 * (2 + 1), 6);
    expect(year.total).toBeCloseTo(year.requests + year.storage + year.standing, 6);
  });

  it('grows in a straight line, and what stands is shared by more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), (registrations) => {
        const year = firstYear(USED, STANDING, registrations);
        const twice = firstYear(USED, STANDING, registrations * 2);
        expect(twice.requests).toBeCloseTo(year.requests * 2, 6);
        expect(twice.perThousand).toBeLessThan(year.perThousand);
      }),
    );
  });

  it('pays a naive design each of its states', () => {
    const { standardTransition, lambdaRequest } = naive(USED);
    expect(standardTransition).toBe(NAIVE_STATES.length + 1);
    expect(lambdaRequest).toBe(NAIVE_STATES.filter(([, kind]) => kind === 'TASK').length);
  });
});
