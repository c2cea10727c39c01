import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { decidedKey, Measured } from '#functions/application/measured.ts';
import type { ReviewFacts } from '#functions/review/facts.ts';
import { measuredDecision } from '#functions/review/measured-decision.ts';
import { keepDecision } from '#functions/review/review.store.ts';
import { review } from '#functions/review/review.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { aForm } from '#test/builders/a-form.ts';
import { applicationsIn, SENT_AT } from '#test/builders/applications-in.ts';
import { reviewFacts } from '#test/builders/review-facts.ts';

const database = await aDatabase();
const { documents, tables } = database;
const { sent, store } = applicationsIn(database);
const record = await sent();

const measured = (change: Partial<ReviewFacts> = {}, round = 1) => {
  const facts = reviewFacts(change);
  const decision = { ...review(facts), round, ruleSet: { id: 'test', hash: 'f'.repeat(64) } };
  return measuredDecision(record.application, facts, decision);
};

describe('what a decision is counted by', () => {
  it('is codes and moments: nothing of a person, and nothing that an applicant wrote', () => {
    expect(measured()).toEqual({
      registrar: '440115',
      bundle: 'B01',
      lane: 'SINGLE',
      source: 'SELF',
      takenInAt: SENT_AT,
      submittedAt: SENT_AT,
      verdict: 'APPROVE',
      ruleSet: 'f'.repeat(64),
    });
    const strange = aForm({ registrar: '北京', scope: { bundle: { id: '张三的组合' } } });
    expect(measured({ form: strange })).toMatchObject({ registrar: '000000', bundle: 'OTHER' });
    expect(measured({ form: aForm({ scope: { items: ['日用百货销售'] } }) }).bundle).toBe('NONE');
  });

  it('names each rule that found something, once, with its version and what it asked for', () => {
    const form = aForm({
      capital: { fen: 1, currency: 'USD' },
      name: '广州市南沙区晨岚中国百货有限公司',
    });
    const { verdict, hits } = measured({ form });
    expect(verdict).toBe('RETURN');
    expect(hits).toEqual(expect.arrayContaining([expect.stringMatching(/^CP-05@\d+ RETURN$/)]));
    expect(hits).toEqual([...new Set(hits)]);
  });

  it('leaves out what a rule did not judge itself', () => {
    const facts = reviewFacts();
    const finding = { rule: 'NM-05', version: 1, pointer: '', consequence: 'REFER' as const };
    const findings = ['SWITCHED_OFF', 'DEFECT', 'WRONG'].map((says, nth) => ({
      ...finding,
      rule: `NM-0${nth}`,
      says,
    }));
    const decision = {
      verdict: 'REFER',
      round: 1,
      findings,
      ruleSet: { id: 't', hash: 'h' },
    } as const;
    expect(measuredDecision(record.application, facts, decision).hits).toEqual(['NM-02@1 REFER']);
  });

  it('shows in the index with the hour, in an entry of one write unit', async () => {
    const facts = reviewFacts();
    const reviewed = { ...review(facts), round: 1, ruleSet: { id: 'test', hash: 'f'.repeat(64) } };
    // as many rules as are hardly ever breached at once
    const hits = Array.from({ length: 20 }, (_, nth) => `NM-${10 + nth}@12 RETURN`);
    const counted = { ...measuredDecision(record.application, facts, reviewed), hits };
    await keepDecision(
      documents,
      tables.applications,
      store,
    )(record.application, {
      schemaVersion: 1,
      decidedAt: '2026-11-23T04:00:01.000Z',
      ...reviewed,
      facts,
      measured: counted,
    });
    const shards = await Promise.all(
      Array.from({ length: 8 }, (_, shard) =>
        documents.send(
          new QueryCommand({
            TableName: tables.applications,
            IndexName: 'decided',
            KeyConditionExpression: 'decided = :decided',
            ExpressionAttributeValues: { ':decided': decidedKey('2026-11-23T04', shard) },
          }),
        ),
      ),
    );
    const [entry, ...others] = shards.flatMap(({ Items = [] }) => Items);
    expect(others).toEqual([]);
    expect(Measured.parse(entry?.measured)).toEqual(counted);
    expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(1024);
  });
});
