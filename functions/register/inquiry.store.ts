import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readAll } from '../runtime/read-all.ts';
import { type Claim, commit, type Write } from '../runtime/transaction.ts';
import { businessKey } from './business-key.ts';
import { Inquiry, InquiryId, isClosed, type ListedInquiry } from './inquiry.ts';

/** `USCC#code` · `INQUIRY#0001`: beside the business that it is about. */
const inquiryKey = (uscc: string, id: string) => ({
  pk: businessKey(uscc).pk,
  sk: `INQUIRY#${String(id.split('-')[1]).padStart(4, '0')}`,
});

/** Open inquiries stand in their registrar's list. */
const indexed = (it: Inquiry) =>
  isClosed(it) ? {} : { inquiries: `INQUIRIES#${it.registrar}`, inquiryDue: it.due };

/** The write that opens an inquiry, where there is none of this number. */
export const openingWrite = (table: string, inquiry: Inquiry): Write & { Put: object } => ({
  Put: {
    TableName: table,
    Item: { ...inquiryKey(inquiry.uscc, inquiry.id), ...inquiry, ...indexed(inquiry) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const inquiryStore = (documents: DynamoDBDocumentClient, table: string) => {
  const read = async (uscc: string, id: string): Promise<Inquiry | undefined> => {
    const Key = inquiryKey(uscc, id);
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    return Item && Inquiry.parse(Item);
  };

  return {
    read,

    /** Those that there are of these, in no order; one request for a hundred. */
    async those(wanted: readonly Pick<Inquiry, 'uscc' | 'id'>[]): Promise<readonly Inquiry[]> {
      const keys = wanted.map(({ uscc, id }) => inquiryKey(uscc, id));
      return (await readAll(documents, table, keys)).map((item) => Inquiry.parse(item));
    },

    /** Opens it, unless this person has one of this business: then that one is it. */
    async open(inquiry: Inquiry): Promise<Inquiry> {
      const outcome = await commit(documents, [['THERE', openingWrite(table, inquiry)]]);
      const there = outcome === 'THERE' && (await read(inquiry.uscc, inquiry.id));
      return there || inquiry;
    },

    /** The next version under the one that was read, together with what follows from it. */
    write: (
      next: Inquiry,
      inquiry: Inquiry,
      also: readonly Write[] = [],
    ): Promise<'COMMITTED' | 'MOVED'> => {
      const Put = {
        TableName: table,
        Item: { ...inquiryKey(next.uscc, next.id), ...next, ...indexed(next) },
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': inquiry.version },
      };
      const claims: Claim<'MOVED'>[] = [{ Put }, ...also].map((write) => ['MOVED', write] as const);
      return commit(documents, claims);
    },

    /** Open inquiries of a registrar, the soonest due first. The list may be a moment behind. */
    async list(
      registrar: string,
      limit: number,
      after?: ListedInquiry,
    ): Promise<{ inquiries: readonly ListedInquiry[]; next?: ListedInquiry }> {
      const inquiries = `INQUIRIES#${registrar}`;
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'inquiries',
          KeyConditionExpression: 'inquiries = :list',
          ExpressionAttributeValues: { ':list': inquiries },
          Limit: limit,
          ...(after && {
            ExclusiveStartKey: {
              ...inquiryKey(after.uscc, after.id),
              inquiries,
              inquiryDue: after.due,
            },
          }),
        }),
      );
      const listed = Items.map(({ id, uscc, inquiryDue }) => ({
        id: InquiryId.parse(id),
        uscc: String(uscc),
        due: String(inquiryDue),
      }));
      const last = listed.at(-1);
      return { inquiries: listed, ...(LastEvaluatedKey && last && { next: last }) };
    },
  };
};
