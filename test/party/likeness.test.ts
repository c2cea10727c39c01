import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationForm } from '#functions/application/form.ts';
import { alikeAmong } from '#functions/party/likeness.ts';
import { aForm, atHost } from '#test/builders/a-form.ts';

const at = (address: string, change: Partial<ApplicationForm> = {}) =>
  aForm({ premises: { kind: 'OWN', address, proof: 'LEASE' }, ...change });
const others = (...forms: readonly ApplicationForm[]) =>
  alikeAmong(forms).map((it) => it?.others ?? 0);

describe('copies of an application', () => {
  it('have the same building and the same words, whatever the room, the name and the people', () => {
    expect(
      others(
        at('广州市南沙区望潮街500号101房'),
        at('南沙区 望潮街５００号2楼', { name: '广州市南沙区晨岚百货有限公司', people: {} }),
      ),
    ).toEqual([1, 1]);
  });

  it('are none in another building, with other capital and scope, or without a door number', () => {
    const address = '广州市南沙区望潮街500号101房';
    expect(others(at(address), at('广州市南沙区望潮街50号0101房'))).toEqual([0, 0]);
    expect(
      others(at(address), at(address, { capital: { fen: 5 }, scope: { items: ['日用百货销售'] } })),
    ).toEqual([0, 0]);
    expect(others(at('望潮街'), at('望潮街'))).toEqual([0, 0]);
  });

  it('are not looked for among tenants of a host', () => {
    expect(others(aForm(atHost), aForm(atHost))).toEqual([0, 0]);
  });

  it('are counted the same from both sides, in whatever order the rows stand', () => {
    const address = fc.constantFrom('望潮街1号1房', '望潮街1号2房', '听涛路7号', '听涛路8号3楼');
    fc.assert(
      fc.property(fc.array(address, { maxLength: 12 }), (addresses) => {
        const forms = addresses.map((it) => at(it));
        const found = alikeAmong(forms);
        const back = alikeAmong(forms.toReversed()).toReversed();
        for (const [index, it] of found.entries()) {
          expect(it?.others).toBe(back[index]?.others);
          if (it) expect(it.before + (back[index]?.before ?? 0)).toBe(it.others);
        }
      }),
    );
  });
});
