import { describe, expect, it } from 'vitest';
import type { KeptLicences } from '#functions/e-licence/kept-licences.ts';
import type { LicenceCheck } from '#functions/e-licence/licence-check.ts';
import { type VerifyLicencesPorts, verifyLicences } from '#functions/e-licence/verify-licences.ts';
import { DomainError } from '#functions/shared/errors.ts';

const task = { applicationId: 'ap_01JD0000000000000000000000', attempt: 1 };
const shareholders = [
  { person: 'a' },
  { company: { licence: 'hunan' } },
  { company: {} },
  { company: { licence: 'jiangxi' } },
];

/** An attempt in memory, and regions of which some do not answer. */
function anAttempt(
  silent: readonly string[],
  form: object = { shareholders },
  earlier?: readonly LicenceCheck[],
) {
  const kept: (readonly LicenceCheck[])[] = earlier ? [earlier] : [];
  const answers: KeptLicences['answers'][] = [];
  const asked: string[] = [];
  const ports: VerifyLicencesPorts = {
    async attempt() {
      return { form, kept: { checks: [...(kept.at(-1) ?? [])], answers: answers.at(-1) ?? [] } };
    },
    async keep(_, { checks, answers: heard }) {
      kept.push(checks);
      answers.push(heard);
    },
    keepAnswer: async ({ token }) => `digest of ${token}`,
    async verify({ shareholder, token }) {
      asked.push(token);
      if (silent.includes(token))
        throw new DomainError('LicenceAuthorityUnavailable', { region: '36' });
      const answer = { issuer: 'https://licence.example', jwks: { keys: [] }, uri: '', readAt: 0 };
      return { check: { shareholder, outcome: 'VALID' }, answer: { ...answer, token } };
    },
  };
  return { kept, answers, asked, ports };
}
const valid = (shareholder: number) => ({ shareholder, outcome: 'VALID' as const });
const notShown = { shareholder: 2, outcome: 'NOT_SHOWN' as const };
const silence = { shareholder: 3, outcome: 'SILENT' as const, region: '36' };

describe('the licences of corporate shareholders', () => {
  it('are each checked, and one that is not shown is told', async () => {
    const { kept, ports } = anAttempt([]);
    expect(await verifyLicences(ports)(task)).toEqual({ outcome: 'CHECKED' });
    expect(kept).toEqual([[valid(1), notShown, valid(3)]]);
  });

  it('are kept as far as they are known when an issuer is silent', async () => {
    const { kept, ports } = anAttempt(['jiangxi']);
    await expect(verifyLicences(ports)(task)).rejects.toMatchObject({
      name: 'LicenceAuthorityUnavailable',
    });
    expect(kept).toEqual([[valid(1), notShown, silence]]);
  });

  it('replace a silence by a later answer, without asking the others again', async () => {
    const { kept, asked, ports } = anAttempt([], { shareholders }, [valid(1), notShown, silence]);
    expect(await verifyLicences(ports)(task)).toEqual({ outcome: 'CHECKED' });
    expect(kept.at(-1)).toEqual([valid(1), notShown, valid(3)]);
    expect(asked).toEqual(['jiangxi']);
  });

  it('keep where the answer of each issuer is, those of an earlier run too', async () => {
    const silent = ['jiangxi'];
    const { answers, ports } = anAttempt(silent);
    await expect(verifyLicences(ports)(task)).rejects.toThrow('LicenceAuthorityUnavailable');
    const hunan = { shareholder: 1, digest: 'digest of hunan' };
    expect(answers.at(-1)).toEqual([hunan]);
    silent.pop();
    await verifyLicences(ports)(task);
    expect(answers.at(-1)).toEqual([hunan, { shareholder: 3, digest: 'digest of jiangxi' }]);
  });

  it('are written once, however often the task runs', async () => {
    const { kept, asked, ports } = anAttempt([]);
    await verifyLicences(ports)(task);
    expect(await verifyLicences(ports)(task)).toEqual({ outcome: 'CHECKED' });
    expect([kept.length, asked.length]).toEqual([1, 2]);
  });

  it.each([[{}], [{ shareholders: [] }], [{ shareholders: [{ person: 'a' }] }]])(
    'are not written where there are none: %o',
    async (form) => {
      const { kept, ports } = anAttempt([], form);
      expect(await verifyLicences(ports)(task)).toEqual({ outcome: 'CHECKED' });
      expect(kept).toEqual([]);
    },
  );

  it('let a defect be a defect, and keep nothing', async () => {
    const { kept, ports } = anAttempt([]);
    const verify = () => Promise.reject(new TypeError('defect'));
    await expect(verifyLicences({ ...ports, verify })(task)).rejects.toThrow(TypeError);
    expect(kept).toEqual([]);
  });

  it('fail by name where there is no such attempt', async () => {
    const { ports } = anAttempt([]);
    const attempt = async () => undefined;
    await expect(verifyLicences({ ...ports, attempt })(task)).rejects.toMatchObject({
      name: 'ApplicationNotFound',
    });
  });
});
