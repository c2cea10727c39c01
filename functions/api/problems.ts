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
  'supervisor-only': {
    status: 403,
    zh: { title: '须由主管决定', help: '您的权限不足，请联系本登记机关主管。' },
    en: {
      title: 'For supervisors only',
      help: 'Your grade does not do this: call a supervisor of the registrar.',
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
  'not-together': {
    status: 409,
    zh: {
      title: '须逐件办理',
      help: '该案件另有审查意见、另有情形，或者须经确认，不能与其他案件一并决定；请单独打开办理。',
    },
    en: {
      title: 'To be decided by itself',
      help: 'Something else stands beside that one finding, or a second official must confirm: open this case alone.',
    },
  },
  'not-registrable': {
    status: 409,
    zh: {
      title: '申请内容不足以制作营业执照',
      help: '缺少 errors 所列内容，不能准予登记；请退回申请人补正，或者移送有管辖权的登记机关。',
    },
    en: {
      title: 'No licence can be made of it',
      help: 'What errors point at is missing: return it to the applicant, or hand it over.',
    },
  },
  'not-handed-over': {
    status: 409,
    zh: {
      title: '不能移送该登记机关',
      help: '该机关不存在或未受理（UNKNOWN），就是本机关（SAME），或不登记此类主体（DOES_NOT_REGISTER_TYPE）；案件没有变化。',
    },
    en: {
      title: 'It cannot be handed over there',
      help: 'No such registrar is in force (UNKNOWN), it is your own (SAME), or it does not register this type (DOES_NOT_REGISTER_TYPE); nothing has changed.',
    },
  },
  'already-signed': {
    status: 409,
    zh: { title: '您已签署', help: '该人员已签署本件材料，无需再签；打开链接可查看办理进度。' },
    en: {
      title: 'Signed already',
      help: 'This person has signed this document; nothing more is needed. The link shows how far it is.',
    },
  },
  'another-official-must': {
    status: 409,
    zh: { title: '须由另一名主管确认', help: '提议人不得自行确认；请由另一名主管确认。' },
    en: {
      title: 'Another official must confirm it',
      help: 'Who proposes does not confirm: another supervisor must.',
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
  'link-over': {
    status: 410,
    zh: {
      title: '签署链接已失效',
      help: '链接已过期，或申请已修改、撤回、失效；请向发送人索取新的链接。',
    },
    en: {
      title: 'This link is over',
      help: 'It is too old, or the application was changed, withdrawn or has lapsed: ask who sent it for a new one.',
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
  'edition-refused': {
    status: 422,
    zh: {
      title: '该版数据不能发布',
      help: '生效日、与其他版本的重叠或内容有误，见 errors 中逐项说明；没有任何变化。',
    },
    en: {
      title: 'This edition cannot be published',
      help: 'Its first day, another edition or its content stands against it: errors tells every fault; nothing has changed.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    zh: { title: 'Idempotency-Key 已用于其他内容', help: '请为新的内容使用新的 Idempotency-Key。' },
    en: {
      title: 'This Idempotency-Key was used for something else',
      help: 'Use a new key for a new content.',
    },
  },
  'signature-needed': {
    status: 422,
    zh: {
      title: '须由法定代表人签署',
      help: '多方已签署的公司申请，撤回须附法定代表人的签名；签署内容见 GET /v1/applications/{id}/withdrawal。',
    },
    en: {
      title: 'The legal representative must sign this',
      help: 'A company that several have signed is withdrawn with his assertion; GET /v1/applications/{id}/withdrawal tells what he signs.',
    },
  },
  'signature-of-another-document': {
    status: 422,
    zh: {
      title: '签署的不是本件材料',
      help: '签名对应另一份材料，或材料在签署后已修改；请重新打开链接并签署当前内容。',
    },
    en: {
      title: 'A signature of another document',
      help: 'It covers another document, or this one was changed since: open the link again and sign what stands there now.',
    },
  },
  'signature-of-another-person': {
    status: 422,
    zh: {
      title: '签署人不是链接所指人员',
      help: '认证的姓名或证件号码与申请所载人员不符；请由本人打开自己的链接，或由申请人更正。',
    },
    en: {
      title: 'A signature of another person',
      help: 'The name or number verified is not that of the person in the application: each opens his own link, or the applicant corrects the form.',
    },
  },
  'signature-too-old': {
    status: 422,
    zh: { title: '人脸认证已超过 72 小时', help: '请重新进行人脸认证后签署。' },
    en: {
      title: 'Verified more than 72 hours ago',
      help: 'The face is checked at signing: check it again and sign.',
    },
  },
  'signature-replayed': {
    status: 422,
    zh: { title: '该签名已被使用', help: '一次认证只能签署一件；请重新认证后签署。' },
    en: {
      title: 'This signature was used before',
      help: 'One face check signs one document once: check the face again and sign.',
    },
  },
  'identity-provider-unknown': {
    status: 422,
    zh: {
      title: '签名不是由受信任的身份认证机构出具',
      help: '请通过链接所指的身份认证机构进行认证。',
    },
    en: {
      title: 'Not from an identity provider that we trust',
      help: 'Use the provider to which the link leads.',
    },
  },
  'face-check-refused': {
    status: 422,
    zh: {
      title: '身份认证未完成',
      help: '认证代码无效、已使用或已过期；请重新打开链接并再次认证。',
    },
    en: {
      title: 'The face check was not completed',
      help: 'The code is not valid, was used or is too old: open the link and check the face again.',
    },
  },
  'face-check-failed': {
    status: 422,
    zh: {
      title: '人脸认证未通过',
      help: '您可以再次认证，也可以选择另外两种方式：提交经公证的身份证明，或携带身份证件到登记机关现场办理（实施细则第十六条）。',
    },
    en: {
      title: 'The face does not match',
      help: 'Try again, or take one of the two other ways: bring a notarised proof of identity, or come to the registrar in person with your document.',
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
  'identity-provider-silent': {
    status: 503,
    zh: {
      title: '身份认证机构暂无应答',
      help: '申请仍在等待签署，期限照常计算，已签署的内容均有效；请稍后再试。',
    },
    en: {
      title: 'The identity provider does not answer',
      help: 'The application still waits for signatures, its clock runs on and nothing is lost: try again later.',
    },
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
