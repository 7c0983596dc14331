import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";

/** An item as read: names and values that nobody has checked yet. */
export type Item = Readonly<Record<string, unknown>>;

/** Every item of a query, strongly consistent, page by page. */
export async function queryAll(
  client: DynamoDBDocumentClient,
  input: Omit<QueryCommandInput, "ConsistentRead">,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateQuery({ client }, { ...input, ConsistentRead: true })) {
    items.push(...(page.Items ?? []));
  }
  return items;
}

/** Every item of one partition, in the order of its sort key. */
export const queryPartition = (
  client: DynamoDBDocumentClient,
  table: string,
  key: string,
  value: string,
): Promise<Item[]> =>
  queryAll(client, {
    TableName: table,
    KeyConditionExpression: "#partition = :partition",
    ExpressionAttributeNames: { "#partition": key },
    ExpressionAttributeValues: { ":partition": value },
  });
