import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { ApiError } from './api-error.ts';
import type { Engine, Execution, HistoryEvent } from './engine.ts';

const Arn = z.string().min(1).max(256);
const Start = z.strictObject({
  stateMachineArn: Arn,
  name: z.string().optional(),
  input: z.string().optional(),
});
const Token = z.string().min(1).max(2048);
const Said = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() };
const Page = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().regex(/^\d+$/).optional(),
};
const Status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);

/** The protocol's times are seconds, with fractions. */
const seconds = (time: number): number => time / 1000;

function paged<T>(
  all: readonly T[],
  page: { maxResults?: number | undefined; nextToken?: string | undefined },
) {
  const from = Number(page.nextToken ?? 0);
  const to = from + (page.maxResults || 100);
  return { items: all.slice(from, to), ...(to < all.length && { nextToken: String(to) }) };
}

const dated = ({ startDate, stopDate, ...execution }: Execution) => ({
  ...execution,
  startDate: seconds(startDate),
  ...(stopDate !== undefined && { stopDate: seconds(stopDate) }),
});

/** An event in AWS's form: its details stand in a member named for its type. */
function eventBody({ id, at, type, name, error, cause }: HistoryEvent) {
  const details = { ...(name && { name }), ...(error && { error }), ...(cause && { cause }) };
  const member = /State(Entered|Exited)$/.exec(type);
  const key = member
    ? `state${member[1]}EventDetails`
    : `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
  return { id, previousEventId: id - 1, timestamp: seconds(at), type, [key]: details };
}

type Action = (engine: Engine, body: unknown) => unknown;
const action =
  <S extends z.ZodType>(schema: S, run: (engine: Engine, body: z.output<S>) => unknown): Action =>
  (engine, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return run(engine, parsed.data);
    throw new ApiError('ValidationException', z.prettifyError(parsed.error));
  };

const ACTIONS: Readonly<Record<string, Action>> = {
  StartExecution: action(Start, (engine, body) => {
    const { executionArn, startDate } = engine.startExecution(body);
    return { executionArn, startDate: seconds(startDate) };
  }),
  StartSyncExecution: action(Start, async (engine, body) => {
    const { startDate, stopDate, ...result } = await engine.startSyncExecution(body);
    return {
      ...result,
      stateMachineArn: body.stateMachineArn,
      startDate: seconds(startDate),
      stopDate: seconds(stopDate),
      inputDetails: { included: true },
      ...(result.output !== undefined && { outputDetails: { included: true } }),
    };
  }),
  DescribeExecution: action(z.strictObject({ executionArn: Arn }), (engine, body) =>
    dated(engine.describeExecution(body.executionArn)),
  ),
  ListExecutions: action(
    z.strictObject({ stateMachineArn: Arn, statusFilter: Status.optional(), ...Page }),
    (engine, { stateMachineArn, statusFilter, ...page }) => {
      const { items, ...next } = paged(engine.listExecutions(stateMachineArn, statusFilter), page);
      const executions = items.map((execution) => {
        const {
          input: _input,
          output: _output,
          error: _error,
          cause: _cause,
          ...listed
        } = dated(execution);
        return listed;
      });
      return { executions, ...next };
    },
  ),
  GetExecutionHistory: action(
    z.strictObject({
      executionArn: Arn,
      reverseOrder: z.boolean().optional(),
      includeExecutionData: z.boolean().optional(),
      ...Page,
    }),
    (engine, { executionArn, reverseOrder, ...page }) => {
      const history = engine.getExecutionHistory(executionArn);
      const { items, ...next } = paged(reverseOrder ? history.reverse() : history, page);
      return { events: items.map(eventBody), ...next };
    },
  ),
  StopExecution: action(z.strictObject({ executionArn: Arn, ...Said }), (engine, body) => {
    const { stopDate } = engine.stopExecution(body.executionArn, body.error, body.cause);
    return { stopDate: seconds(stopDate) };
  }),
  SendTaskSuccess: action(
    z.strictObject({ taskToken: Token, output: z.string() }),
    (engine, body) => engine.sendTaskSuccess(body.taskToken, body.output),
  ),
  SendTaskFailure: action(z.strictObject({ taskToken: Token, ...Said }), (engine, body) =>
    engine.sendTaskFailure(body.taskToken, body.error, body.cause),
  ),
  SendTaskHeartbeat: action(z.strictObject({ taskToken: Token }), (engine, body) =>
    engine.sendTaskHeartbeat(body.taskToken),
  ),
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
  } catch {
    throw new ApiError('ValidationException', 'The body is not JSON');
  }
}

async function answer(engine: Engine, request: IncomingMessage): Promise<[number, unknown]> {
  try {
    const name = String(request.headers['x-amz-target']).replace(/^AWSStepFunctions\./, '');
    const body = await bodyOf(request);
    const found = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (found === undefined) throw new ApiError('UnknownOperationException', `No action ${name}`);
    return [200, (await found(engine, body)) ?? {}];
  } catch (thrown) {
    if (thrown instanceof ApiError) {
      const { name, message } = thrown;
      return [400, { __type: `com.amazonaws.swf.service.v2.model#${name}`, message }];
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return [500, { __type: 'InternalServerException', message }];
  }
}

/**
 * The wire protocol of Step Functions, AWS JSON 1.0, over the engine. StartSyncExecution answers 200
 * also when the execution failed. A client sets `disableHostPrefix: true`, else it looks for `sync-…`.
 */
export function stepFunctionsHandler(
  engine: Engine,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(engine, request).then(([status, body]) => {
      response.writeHead(status, {
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-requestid': randomUUID(),
      });
      response.end(JSON.stringify(body));
    });
  };
}
