import { describe, expect, it } from 'vitest';
import { resolveTemplate, Template } from '#local/template.ts';

const ACCOUNT = { region: 'ap-east-1', accountId: '000000000000', parameters: { Given: 'given' } };

const resolved = (template: object) => resolveTemplate(Template.parse(template), ACCOUNT);

/** What a bucket's property becomes, beside a table to refer to. */
const becomes = (value: unknown, more: object = {}) =>
  resolved({
    Parameters: { Given: { Type: 'String' }, Usual: { Type: 'String', Default: 'usual' } },
    Resources: {
      Cards: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'cards' } },
      Files: { Type: 'AWS::S3::Bucket', Properties: { Tags: value } },
    },
    ...more,
  }).get('Files')?.properties.Tags;

describe('intrinsic functions', () => {
  it.each([
    ['a parameter', { Ref: 'Given' }, 'given'],
    ['its default', { Ref: 'Usual' }, 'usual'],
    ['a table by name', { Ref: 'Cards' }, 'cards'],
    ['a pseudo parameter', { Ref: 'AWS::Partition' }, 'aws'],
    ['no value', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    [
      'an attribute',
      { 'Fn::GetAtt': ['Cards', 'Arn'] },
      'arn:aws:dynamodb:ap-east-1:000000000000:table/cards',
    ],
    ['a joined text', { 'Fn::Join': ['/', ['a', { Ref: 'Cards' }, 'b']] }, 'a/cards/b'],
    [
      'a substitution',
      { 'Fn::Sub': '${AWS::Region} ${Cards} ${Files.Arn} ${!Not}' },
      'ap-east-1 cards arn:aws:s3:::files ${Not}',
    ],
    [
      'a substitution with names',
      { 'Fn::Sub': ['${A}-${Cards}', { A: { Ref: 'Given' } }] },
      'given-cards',
    ],
    ['a part of a text', { 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['a list', [{ Ref: 'Given' }, ['x']], ['given', ['x']]],
    [
      'a condition of a policy, which is none',
      { Condition: { StringEquals: { a: 'b' } } },
      { Condition: { StringEquals: { a: 'b' } } },
    ],
  ])('resolves %s', (_, value, expected) => {
    expect(becomes(value)).toEqual(expected);
  });

  const Conditions = {
    Same: { 'Fn::Equals': [{ Ref: 'Given' }, 'given'] },
    Other: { 'Fn::Not': [{ Condition: 'Same' }] },
    Both: { 'Fn::And': [{ Condition: 'Same' }, { Condition: 'Other' }] },
    Either: { 'Fn::Or': [{ Condition: 'Same' }, { Condition: 'Other' }] },
  };
  it.each([
    ['Same', 'yes'],
    ['Other', 'no'],
    ['Both', 'no'],
    ['Either', 'yes'],
  ])('chooses by the condition %s', (name, expected) => {
    expect(becomes({ 'Fn::If': [name, 'yes', 'no'] }, { Conditions })).toBe(expected);
  });

  it('looks up a mapping', () => {
    const Mappings = { Regions: { 'ap-east-1': { Name: 'Hong Kong' } } };
    const value = { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Name'] };
    expect(becomes(value, { Mappings })).toBe('Hong Kong');
  });

  it('leaves out a resource whose condition does not hold', () => {
    const names = [
      ...resolved({
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: {
          A: { Type: 'AWS::S3::Bucket', Condition: 'Never' },
          B: { Type: 'AWS::S3::Bucket' },
        },
      }).keys(),
    ];
    expect(names).toEqual(['B']);
  });
});

describe('what it does not know', () => {
  it.each([
    ['a function', { 'Fn::Cidr': [] }, /Fn::Cidr/],
    ['a name', { Ref: 'Nothing' }, /Nothing/],
    [
      'an attribute',
      { 'Fn::GetAtt': ['Cards', 'StreamArn'] },
      /Cards\.StreamArn.*AWS::DynamoDB::Table/,
    ],
    ['a condition', { 'Fn::If': ['Nowhere', 1, 2] }, /Nowhere/],
  ])('stops at %s and names it', (_, value, message) => {
    expect(() => becomes(value)).toThrow(message);
  });

  it('stops at a resource type and names it', () => {
    const template = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };
    expect(() => resolved(template)).toThrow(/Queue.*AWS::SQS::Queue/);
  });

  it('stops at a parameter without a value', () => {
    const template = {
      Parameters: { Missing: { Type: 'String' } },
      Resources: { A: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Missing' } } } },
    };
    expect(() => resolved(template)).toThrow(/Missing/);
  });
});
