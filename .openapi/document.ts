import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiParameterObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { ApplicationView, LicenceView } from '../functions/api/application-view.ts';
import { BatchView, CreatedBatchView, RowView } from '../functions/api/batch-view.ts';
import { CaseSummary, CaseView } from '../functions/api/case-view.ts';
import { FindingView } from '../functions/api/finding-view.ts';
import { SignerView } from '../functions/api/party-view.ts';
import { PROBLEMS, type ProblemSlug } from '../functions/api/problems.ts';
import { BusinessView, LicenceAnswerView, ProblemView } from '../functions/api/public-view.ts';
import { parametersOf, problemsOf, type Route } from '../functions/api/route.ts';
import { ApplicationForm, Signatures } from '../functions/application/form.ts';
import type { Exchange } from './exchange.ts';
import { growingAnswers } from './growing-answers.ts';
import { type NamedRoute, ROUTES } from './tables.ts';

/** Raised in its first place when a client of the last version would break; see breaking-changes.ts. */
const VERSION = '2.0.0';

const SCHEMAS = {
  Application: ApplicationView,
  ApplicationForm,
  Batch: BatchView,
  BatchRow: RowView,
  Business: BusinessView,
  Case: CaseView,
  CaseSummary,
  CreatedBatch: CreatedBatchView,
  Finding: FindingView,
  Licence: LicenceView,
  LicenceAnswer: LicenceAnswerView,
  Problem: ProblemView,
  Signatures,
  Signer: SignerView,
};

const TAGS = [
  {
    name: 'applicant',
    description: '申请人（代理机构亦可）。 Applicants, and agents with a single case.',
  },
  { name: 'preCheck', description: '预检。 Every fault before anything is sent.' },
  {
    name: 'ownerAct',
    description: '申请人的权利：撤回、请求人工。 What an owner may ask: withdrawal, a person.',
  },
  {
    name: 'signing',
    description: '签署链接与催签。 One link, one face check, everything signed; the chase list.',
  },
  { name: 'agent', description: '代理机构批量申报。 Agents with files of many applications.' },
  { name: 'agentRecord', description: '代理执业记录。 An agent’s practice record.' },
  { name: 'client', description: '委托人与其委托。 Clients and the mandates in their names.' },
  { name: 'person', description: '本人名下与“非本人”声明。 Who names me, and “not me”.' },
  { name: 'host', description: '托管机构。 Hosts, their places and custody agreements.' },
  { name: 'scope', description: '经营范围查询与预览。 Business scope: search, bundles, preview.' },
  { name: 'registrar', description: '登记机关与托管机构。 Registrars and hosts, for anybody.' },
  { name: 'official', description: '登记人员。 Officials of a registrar.' },
  { name: 'desk', description: '登记人员的工作台。 Counts, search, bulk decisions, reasons.' },
  {
    name: 'identityAct',
    description: '当面或者公证核验身份。 Identity verified in person or by a notary.',
  },
  { name: 'inquiry', description: '撤销登记的调查。 Inquiries that may end in annulment.' },
  { name: 'postCheck', description: '事后核查。 Checks after the event, by officials.' },
  { name: 'stop', description: '停办与恢复。 Stops of issuance; two officials resume.' },
  { name: 'data', description: '定期发布的数据与开关。 Dated data and switches, by four eyes.' },
  {
    name: 'listEntry',
    description: '名单记录。 Entries of lists on persons, businesses, addresses.',
  },
  {
    name: 'ruleSet',
    description: '候选规则集的影子运行。 A candidate of the rules, run in shadow.',
  },
  { name: 'measure', description: '审核质量。 How often persons agree with the review.' },
  { name: 'defence', description: '案卷。 The defence file of a decision.' },
  { name: 'notice', description: '文书与承诺文本。 Notices, and the texts of promises.' },
  { name: 'statistics', description: '公开统计。 Figures of the review, for anybody.' },
  { name: 'public', description: '公众，无须令牌。 Anybody, without a token.' },
  { name: 'docs', description: '本接口的文档。 This document.' },
];

/** API Gateway's own answers; their body is `{"message":"…"}` and not a problem. */
const GATEWAY = {
  Unauthorized:
    'API Gateway: no token, or none that is good for this route (also one of another audience). See `www-authenticate`.',
  TooManyRequests: 'API Gateway: too many requests. Try again, more slowly each time.',
};

/** The whole API in OpenAPI 3.1, from the route tables and the examples that a run gave. */
export function openApiOf(examples: readonly Exchange[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const named of ROUTES) {
    const { path, method } = named.route;
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: operationOf(
        named,
        examples.filter(({ operation }) => operation === named.name),
      ),
    };
  }
  return growingAnswers(
    createDocument(
      {
        openapi: '3.1.1',
        info: {
          title: 'market-entry',
          version: VERSION,
          summary: '一站式市场准入登记 · One-stop business registration',
          description:
            'Answers may get new members: a client ignores what it does not know. Requests may not hold members that are not listed. Lists go on by the `Link` header. Texts are in Chinese, or in English with `Accept-Language: en`; the Chinese text counts.',
        },
        tags: TAGS,
        paths,
        components: {
          schemas: SCHEMAS,
          securitySchemes: Object.fromEntries(
            ['applicant', 'agent', 'host', 'official'].map((audience) => [
              audience,
              {
                type: 'http' as const,
                scheme: 'bearer',
                bearerFormat: 'JWT',
                description: `RS256 access token whose \`aud\` is \`${audience}\``,
              },
            ]),
          ),
          responses: Object.fromEntries(
            Object.entries(GATEWAY).map(([name, description]) => [
              name,
              {
                description,
                content: {
                  'application/json': { schema: z.object({ message: z.string() }) },
                },
              },
            ]),
          ),
          examples: Object.fromEntries(
            Object.entries(PROBLEMS).map(([slug, { status, zh, en }]) => [
              slug,
              {
                summary: en.title,
                value: {
                  type: `https://registrar.example/problems/${slug}`,
                  title: zh.title,
                  status,
                  detail: zh.help,
                  instance: 'urn:request:3f1c2a9e-0000-4000-8000-000000000000',
                },
              },
            ]),
          ),
        },
      },
      {
        override: ({ jsonSchema }) => {
          // a format says it shorter; the largest safe integer is no limit of ours
          if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        },
      },
    ),
  );
}

function operationOf(
  { name, table, route }: NamedRoute,
  examples: readonly Exchange[],
): ZodOpenApiOperationObject {
  const bodies = examples.filter(({ answer, request }) => answer.status < 300 && request.body);
  return {
    operationId: name,
    tags: [table],
    summary: route.summary.en,
    description: route.summary.zh,
    security: route.audiences.map((audience) => ({ [audience]: [] })),
    parameters: parametersIn(route, examples),
    ...(route.body && {
      requestBody: {
        required: !route.body.safeParse(undefined).success,
        content: {
          'application/json': {
            schema: route.body,
            ...(bodies.length > 0 && {
              examples: byName(bodies, ({ request }) => request.body),
            }),
          },
        },
      },
    }),
    responses: responsesOf(route, examples),
  };
}

function parametersIn(route: Route, examples: readonly Exchange[]): ZodOpenApiParameterObject[] {
  const [first] = examples;
  const header = (header: string, description: string, schema: object, example: string) => ({
    name: header,
    in: 'header' as const,
    required: true,
    description,
    schema,
    example,
  });
  return [
    ...parametersOf(route).map((name) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: { type: 'string' as const },
      example: first?.request.parameters?.[name],
    })),
    ...Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      required: false,
      schema: z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as object,
    })),
    ...(route.creates
      ? [
          header(
            'Idempotency-Key',
            'Keep it when you try again: a repeated call makes nothing new.',
            { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
            'my-first-shop',
          ),
        ]
      : []),
    ...(route.changes
      ? [header('If-Match', 'The ETag that you read.', { type: 'string' }, '"1"')]
      : []),
  ];
}

function responsesOf(route: Route, examples: readonly Exchange[]): ZodOpenApiResponsesObject {
  const answers = Object.entries(route.answers).map(([status, schema]) => {
    const told = examples.filter(({ answer }) => answer.status === Number(status));
    return [
      status,
      {
        description: MEANING[status] ?? '',
        headers: z.object({
          ...(schema instanceof z.ZodObject && schema.shape.version && { ETag: z.string() }),
          ...(route.creates && { Location: z.string() }),
        }),
        content: {
          [route.media ?? 'application/json']: {
            schema,
            ...(told.length > 0 && { examples: byName(told, ({ answer }) => answer.body) }),
          },
        },
      },
    ] as const;
  });
  const problems = Map.groupBy(new Set(problemsOf(route)), (slug) => PROBLEMS[slug].status);
  const refused = [...problems].map(([status, slugs]) => [String(status), problemResponse(slugs)]);
  const gateway = [
    ...(route.audiences.length > 0
      ? [['401', { $ref: '#/components/responses/Unauthorized' }]]
      : []),
    ['429', { $ref: '#/components/responses/TooManyRequests' }],
  ];
  return Object.fromEntries([...answers, ...refused, ...gateway]);
}

const MEANING: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; somebody or something is waited for.',
};

const problemResponse = (slugs: readonly ProblemSlug[]) => ({
  description: slugs.join(', '),
  content: {
    'application/problem+json': {
      schema: ProblemView,
      examples: Object.fromEntries(
        slugs.map((slug) => [slug, { $ref: `#/components/examples/${slug}` }]),
      ),
    },
  },
});

const byName = (exchanges: readonly Exchange[], value: (it: Exchange) => unknown) =>
  Object.fromEntries(exchanges.map((it) => [it.example, { value: value(it) }]));
