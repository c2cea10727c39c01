import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { sampleHosts } from '#local/sample/hosts.ts';
import type { System } from '#local/system.ts';
import {
  aCompanyOfToday,
  anIndividualBusinessOfToday,
  aTradeName,
  atHostToday,
  today,
} from '#test/builders/a-form-of-today.ts';
import { signatures } from '#test/builders/signatures.ts';
import { type Applicant, anApplicant, type ReadApplication, rulesOf } from './applicant.ts';
import { aRunningSystem, PATIENT } from './running-system.ts';
import { storedItems } from './stored-items.ts';

let system: System;
let applicants: readonly [Applicant, Applicant];
let stored: ReturnType<typeof storedItems>;
beforeAll(async () => {
  system = await aRunningSystem();
  applicants = [await anApplicant(system), await anApplicant(system, 'zhou-mubai')];
  stored = storedItems(system);
}, PATIENT.timeout);
afterAll(async () => {
  stored?.close();
  await system?.stop();
});

/** Two applicants send their forms at the same moment; the winner comes first. */
async function race(
  first: ApplicationForm,
  second: ApplicationForm,
): Promise<[ReadApplication, ReadApplication]> {
  const [one, two] = await Promise.all([
    applicants[0].oneClick(first),
    applicants[1].oneClick(second),
  ]);
  return two.state === 'REGISTERED' ? [two, one] : [one, two];
}

/** A host of the sample with another id and so many places. */
async function aHost(id: string, places: number): Promise<void> {
  const [host] = sampleHosts(today);
  if (host) await stored.putHost({ ...host, id, places });
}

const RACES = [1, 2, 3, 4, 5, 6];

describe('two applications for one name at the same moment', PATIENT, () => {
  it.each(RACES)('are one registration, and the other is told so (race %i)', async () => {
    const form = aCompanyOfToday();
    const [winner, loser] = await race(form, form);
    expect(winner).toMatchObject({ status: 200, state: 'REGISTERED' });
    expect(loser).toMatchObject({ status: 200, state: 'RETURNED' });
    expect(rulesOf(loser)).toEqual(['AG-01', 'NM-08']);
    expect(loser.findings).toMatchObject([{ pointer: '/name' }, { pointer: '' }]);
    const named = (await stored.register()).filter(
      (it) => it.sk === 'BUSINESS' && JSON.stringify(it.face).includes(`"${form.name}"`),
    );
    expect(named).toMatchObject([{ uscc: winner.licence?.uscc }]);
  });

  it('are both registered where their industries differ', async () => {
    const name = aTradeName();
    const [one, two] = await race(
      aCompanyOfToday({
        name: `广州市南沙区${name}服饰有限公司`,
        scope: { bundle: { id: 'B09' } },
      }),
      aCompanyOfToday({
        name: `广州市南沙区${name}软件有限公司`,
        scope: { bundle: { id: 'B12' } },
      }),
    );
    expect([one.state, two.state]).toEqual(['REGISTERED', 'REGISTERED']);
  });

  it('leave the loser free to take another name', async () => {
    const form = anIndividualBusinessOfToday();
    const [, loser] = await race(form, form);
    const mended = anIndividualBusinessOfToday();
    const owner = await ownerOf(loser);
    const draft = await owner.correct(loser, mended);
    const again = await owner.submit(draft, await signatures(mended, system.identity));
    expect(again).toMatchObject({ state: 'REGISTERED', attempt: 2 });
  });
});

describe('two applications for the last place of a host at the same moment', PATIENT, () => {
  it.each(RACES)('are one registration, and the other is told so (race %i)', async (number) => {
    const host = `H-10${number}1`;
    await aHost(host, 1);
    const tenant = () => anIndividualBusinessOfToday(atHostToday(host));
    const [winner, loser] = await race(tenant(), tenant());
    expect(winner).toMatchObject({ status: 200, state: 'REGISTERED' });
    expect(loser).toMatchObject({ status: 200, state: 'RETURNED' });
    expect(rulesOf(loser)).toEqual(['AD-06']);
    expect(loser.findings).toMatchObject([{ pointer: '/premises/host' }]);
    const places = (await stored.register()).filter(
      ({ pk, sk }) => pk === `HOST#${host}` && String(sk).startsWith('PLACE#'),
    );
    expect(places).toMatchObject([{ holder: winner.id, uscc: winner.licence?.uscc }]);
  });

  it('that agreed on the same number of many are one registration too', async () => {
    await aHost('H-1099', 50);
    const premises = { ...atHostToday('H-1099').premises, place: 7 };
    const tenant = () => anIndividualBusinessOfToday({ ...atHostToday('H-1099'), premises });
    const [winner, loser] = await race(tenant(), tenant());
    expect([winner.state, loser.state]).toEqual(['REGISTERED', 'RETURNED']);
    expect(loser.findings).toMatchObject([{ rule: 'AD-06', pointer: '/premises/place' }]);
  });
});

/** Whose application it is: the other applicant cannot read it. */
const ownerOf = ({ id }: ReadApplication): Promise<Applicant> =>
  applicants[0].read(id).then(
    () => applicants[0],
    () => applicants[1],
  );
