import type { ProblemError } from '../shared/request-faults.ts';

/**
 * Every problem that the API answers (RFC 9457): its slug resolves to a page at /problems/<slug>.
 * 4xx is always the caller's, 5xx always ours; no internal fault is reported as the caller's.
 */
export const PROBLEMS = {
  'malformed-json': {
    status: 400,
    zh: {
      title: '请求内容不是有效的 JSON',
      help: '请检查 JSON 语法后重新发送；没有任何内容被保存。',
    },
    en: {
      title: 'The body is not JSON',
      help: 'Check the syntax and send it again; nothing was saved.',
    },
  },
  'invalid-request': {
    status: 400,
    zh: {
      title: '请求的格式不正确',
      help: '类型不对、有未知字段或内容过长，见 errors 中的位置；没有任何内容被保存。',
    },
    en: {
      title: 'The request has the wrong form',
      help: 'A wrong type, an unknown member or a text too long: see the pointers in errors; nothing was saved.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    zh: {
      title: '缺少 Idempotency-Key',
      help: '新建类请求须带 Idempotency-Key（1 至 128 个可见字符），重试时保持不变。',
    },
    en: {
      title: 'Idempotency-Key is missing',
      help: 'Calls that create need one (1 to 128 visible characters); keep it when you try again.',
    },
  },
  'not-found': {
    status: 404,
    zh: { title: '没有找到', help: '该对象不存在，或不属于您。' },
    en: { title: 'Not found', help: 'There is no such thing, or it is not yours.' },
  },
  'not-in-this-state': {
    status: 409,
    zh: { title: '当前状态下不能这样做', help: '请重新读取，查看当前状态及可办事项。' },
    en: {
      title: 'Not possible in this state',
      help: 'Read it again to see its state and what can be done.',
    },
  },
  'case-not-held': {
    status: 409,
    zh: { title: '您未持有该案件', help: '该案件由他人办理或您的办理时限已过，请先领取。' },
    en: {
      title: 'You do not hold this case',
      help: 'Somebody else holds it or your lease is over: take it first.',
    },
  },
  contended: {
    status: 409,
    zh: { title: '登记簿正忙', help: '有他人同时在变更同一内容，请稍后重试。' },
    en: {
      title: 'The register is busy',
      help: 'Others change the same thing at this moment: try again shortly.',
    },
  },
  'version-stale': {
    status: 412,
    zh: { title: '内容已被更改', help: '您读取之后已有更改，请重新读取，再以新的 ETag 提交。' },
    en: {
      title: 'It has changed meanwhile',
      help: 'Read it again and send your change with the new ETag.',
    },
  },
  'too-large': {
    status: 413,
    zh: { title: '请求过大', help: 'JSON 请求不得超过 256 kB。' },
    en: { title: 'Too large', help: 'A JSON body may have 256 kB at most.' },
  },
  'idempotency-key-reused': {
    status: 422,
    zh: { title: 'Idempotency-Key 已用于其他内容', help: '请为新的内容使用新的 Idempotency-Key。' },
    en: {
      title: 'This Idempotency-Key was used for something else',
      help: 'Use a new key for a new content.',
    },
  },
  'if-match-missing': {
    status: 428,
    zh: { title: '缺少 If-Match', help: '变更类请求须带 If-Match，其值为读取时得到的 ETag。' },
    en: {
      title: 'If-Match is missing',
      help: 'Calls that change something need the ETag that you read.',
    },
  },
  internal: {
    status: 500,
    zh: {
      title: '系统内部错误',
      help: '这是系统的问题，不是您的问题；请稍后重试，并提供 instance 编号。',
    },
    en: {
      title: 'An internal fault',
      help: 'The fault is ours, not yours: try again later, and quote the instance.',
    },
  },
  unavailable: {
    status: 503,
    zh: { title: '暂时无法提供服务', help: '请稍后重试。' },
    en: { title: 'Not available at the moment', help: 'Try again later.' },
  },
} as const;

export type ProblemSlug = keyof typeof PROBLEMS;

/** Thrown where a request cannot be answered otherwise. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly errors: readonly ProblemError[];

  constructor(slug: ProblemSlug, errors: readonly ProblemError[] = [], options?: ErrorOptions) {
    super(slug, options);
    this.name = 'Problem';
    this.slug = slug;
    this.errors = errors;
  }
}
