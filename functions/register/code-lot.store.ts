import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

export const codeLotKey = (division: string) => ({ pk: `CODES#${division}`, sk: 'LOT' });

/** Numbers drawn at once. What a process does not use of its lot is a gap, which the law does not mind. */
const LOT = 100;

/**
 * Numbers of a division for codes and status indexes, drawn in lots, so that the counter is no
 * meeting point: one write per hundred registrations and process.
 */
export function codeLots(documents: DynamoDBDocumentClient, table: string, lot = LOT) {
  const lots = new Map<string, Promise<{ next: number; end: number }>>();

  const draw = async (division: string) => {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: codeLotKey(division),
        UpdateExpression: 'ADD drawn :lot',
        ExpressionAttributeValues: { ':lot': lot },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const end = Number(Attributes?.drawn);
    return { next: end - lot, end };
  };

  /** A number of the division that nobody else has. */
  return async function nextSerial(division: string): Promise<number> {
    for (;;) {
      const drawn = lots.get(division) ?? draw(division);
      lots.set(division, drawn);
      const open = await drawn.catch((error) => {
        lots.delete(division);
        throw error;
      });
      if (open.next < open.end) return open.next++;
      if (lots.get(division) === drawn) lots.delete(division);
    }
  };
}
