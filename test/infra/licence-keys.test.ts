import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type LicenceKey, signingFirst } from '#infra/licence-keys.ts';
import { synthesise } from '#infra/synthesise.ts';
import { policiesIn, watchOf } from './templates.ts';

const OLD: LicenceKey = { name: 'LicenceKey', use: 'PUBLISHED' };
const NEW: LicenceKey = { name: 'LicenceKey202711', use: 'SIGNS' };
const LOST: LicenceKey = { name: 'LicenceKeyLost', use: 'WITHDRAWN', on: '2027-11-30' };

const template = Template.fromJSON(synthesise('prod', [OLD, NEW, LOST]));
const Statements = z.array(
  z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() }),
);

/** Names of the keys on which a function may do something. */
function keysOn(action: string, functionId: string): string[] {
  const [policy] = policiesIn(template).filter((it) =>
    JSON.stringify(it.Roles).includes(`"${functionId}Role`),
  );
  const statements = Statements.parse(policy?.PolicyDocument.Statement);
  const text = JSON.stringify(statements.filter((it) => [it.Action].flat().includes(action)));
  const ids = [...text.matchAll(/"(LicenceKey[0-9A-Za-z]*?)[0-9A-F]{8}"/g)];
  return ids.map(([, name = '']) => name).toSorted();
}
const variablesOf = (id: string) =>
  JSON.stringify(
    template.findResources('AWS::Lambda::Function')[id]?.Properties.Environment.Variables,
  );

describe('licence keys', () => {
  it('sign by one of them only', () => {
    for (const id of ['RegisterBusinessOnline', 'RegisterBusinessBatch', 'PublicApiOnline'])
      expect(keysOn('kms:Sign', id)).toEqual(['LicenceKey202711']);
    expect(keysOn('kms:GetPublicKey', 'RegisterBusinessOnline')).toEqual(['LicenceKey202711']);
  });

  it('are all known to what publishes them, the signing one first and withdrawn ones with their day', () => {
    expect(keysOn('kms:GetPublicKey', 'PublicApiOnline')).toEqual([
      'LicenceKey',
      'LicenceKey202711',
      'LicenceKeyLost',
    ]);
    expect(variablesOf('PublicApiOnline')).toMatch(
      /LICENCE_KEYS.*LicenceKey202711.*LicenceKey[0-9A-F]{8}.*LicenceKeyLost.*withdrawn.*2027-11-30/,
    );
    expect(variablesOf('RegisterBusinessOnline')).not.toContain('LICENCE_KEYS');
  });

  it('stay when the stack goes, and somebody is called when one is in danger', () => {
    const keys = Object.entries(template.findResources('AWS::KMS::Key')).filter(([id]) =>
      id.startsWith('LicenceKey'),
    );
    expect(keys.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual([
      'Retain',
      'Retain',
      'Retain',
    ]);
    const rules = JSON.stringify(
      watchOf('prod', [OLD, NEW, LOST]).findResources('AWS::Events::Rule'),
    );
    for (const [id] of keys) expect(rules).toContain(id.slice(0, -8));
  });

  it.each<[string, readonly LicenceKey[]]>([
    ['none signs', [OLD]],
    ['two sign', [NEW, { ...OLD, use: 'SIGNS' }]],
    ['one stands twice', [NEW, OLD, OLD]],
  ])('are refused where %s', (_, keys) => {
    expect(() => signingFirst(keys)).toThrow(RangeError);
  });
});
