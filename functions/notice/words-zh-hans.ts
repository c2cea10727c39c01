import type { LegalDate } from '../shared/calendar.ts';
import type { Matter } from './matter.ts';
import type { About, Said, Words } from './words.ts';

const date = (on: LegalDate): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const PROVISIONAL = '（该日期所在年度的节假日安排尚未公布，期限届满日以公布后的安排为准。）';
const term = ({ until, provisional }: { until: LegalDate; provisional: boolean }): string =>
  `${date(until)}${provisional ? PROVISIONAL : ''}`;

const PERSON =
  '本意见由系统自动审核作出。您可以要求由登记工作人员审核（《个人信息保护法》第24条）。';

const remedies = (district: string | undefined): string[] => [
  `如不服本决定，可以自收到本通知书之日起六十日内向${district ? `广州市${district}人民政府` : '有管辖权的行政复议机关'}申请行政复议（《行政复议法》）。`,
  '也可以自收到本通知书之日起六个月内依法向人民法院提起行政诉讼（《行政诉讼法》）。',
];

function say(
  matter: Matter,
  { registrar, district, business, received, documentHash }: About,
): Said {
  const subject = business ? `“${business}”的设立登记申请` : '您的设立登记申请';
  const on = received ? `于${date(received)}提交的` : '';
  switch (matter.kind) {
    case 'RECEIPT':
      return {
        title: '接收申请材料凭证',
        body: [
          `${registrar}已收到${on}${subject}，材料清单附后。`,
          `已签署文件的摘要（SHA-256）：${documentHash}。`,
          `申请材料齐全、符合法定形式的，当场登记；不能当场登记的，于${term(matter.term)}前作出决定（《市场主体登记管理条例实施细则》第18条）。`,
        ],
      };
    case 'CORRECTIONS':
      return {
        title: '申请材料补正一次性告知书',
        body: [
          `${registrar}已审核${on}${subject}。申请材料不齐全或者不符合法定形式，现予退回，并一次性告知需要补正的全部内容（《市场主体登记管理条例》第19条、《实施细则》第18条）。`,
          ...(matter.reason ? [`登记工作人员的意见：${matter.reason}`] : []),
          `补正后重新提交的，重新计算办理期限。${matter.lapses ? `${date(matter.lapses)}前未补正的，申请失效。` : ''}`,
        ],
        rights: matter.reason === undefined ? [PERSON] : [],
      };
    case 'EXTENSION':
      return {
        title: '登记办理期限延长告知书',
        body: [
          `${on}${subject}情形复杂，经登记机关负责人批准，办理期限延长三个工作日，至${term(matter.term)}（《市场主体登记管理条例实施细则》第18条）。`,
          `延长的理由：${matter.reason}`,
        ],
      };
    case 'REGISTRATION':
      return matter.basis === 'CONFIRMED'
        ? {
            title: '登记确认通知书',
            body: [
              `经形式审查，${on}${subject}材料齐全、符合法定形式。${registrar}对申请人申报并承诺的登记事项予以确认，并予公示。`,
              `统一社会信用代码：${matter.uscc}。`,
              '申报事项的真实性、合法性由申请人负责。登记机关依法开展事后核查，核查结果不构成对本申请的再次决定。',
            ],
          }
        : {
            title: '准予登记通知书',
            body: [
              `经审查，${on}${subject}材料齐全、符合法定形式，决定准予登记。`,
              `统一社会信用代码：${matter.uscc}。`,
            ],
          };
    case 'REFUSAL':
      return {
        title: '不予登记通知书',
        body: [
          `经审查，${on}${subject}不符合法律、行政法规规定，决定不予登记（《市场主体登记管理条例》第20条、《实施细则》第19条）。`,
          `理由：${matter.reason}`,
        ],
        rights: remedies(district),
      };
    case 'TRANSFER':
      return {
        title: '登记申请移送告知书',
        body: [
          `${on}${subject}不属于${registrar}登记管辖，现连同全部材料和签名移送${matter.to}办理，无需重新提交。`,
          `理由：${matter.reason}`,
        ],
      };
    case 'WITHDRAWAL':
      return {
        title: '登记申请撤回通知书',
        body: [
          `${on}${subject}${WITHDRAWN[matter.because]}撤回。所保留的名称和工位已经释放，申请人可以重新申请。`,
        ],
      };
    case 'LAPSE':
      return {
        title: '登记申请失效告知书',
        body: [
          `${subject}${LAPSED[matter.from]}，现已失效。所保留的名称和工位已经释放，申请人可以重新申请。`,
        ],
      };
    case 'REMINDER':
      return {
        title: '签署提醒',
        body: [
          `${subject}尚有应签署人没有签署。${date(matter.lapses)}前仍未全部签署的，申请失效。`,
        ],
      };
    case 'CORRECTION_ORDER':
      return {
        title: '责令限期更正通知书',
        body: [
          `${registrar}对${business ? `“${business}”` : '该经营主体'}（统一社会信用代码：${matter.uscc}）进行了事后核查，发现：${matter.found}`,
          `请于${date(matter.correctBy)}前办理更正。逾期未更正的，依法处理。原登记在依法变更或者撤销前继续有效。`,
        ],
        rights: remedies(district),
      };
    case 'DENIAL':
      return {
        title: '身份异议告知书',
        body: [
          `${on}${subject}中列名的人员声明与本申请无关。本申请须经登记工作人员核查，核查完成前不予登记。`,
        ],
      };
  }
}

const WITHDRAWN = {
  ASKED: '已按申请人的要求',
  MANDATE_ENDED: '已因委托人终止委托而',
  CLIENT_CHOSE_ANOTHER: '已因委托人选定由他方办理而',
} as const;

const LAPSED = {
  DRAFT: '保存后逾期未提交',
  SIGNING: '逾期未全部签署',
  RETURNED: '退回后逾期未补正',
} as const;

/** 简体中文: the text that counts. */
export const ZH_HANS: Words = {
  date,
  addressee: (business) => business ?? '申请人（无字号名称的个体工商户）',
  say,
  materials: {
    APPLICATION: '登记申请书',
    CHARTER: '公司章程及股东签署页',
    MANDATE: '委托代理文书',
    CUSTODY: '住所托管协议',
    PROMISES: '承诺书',
    CONSENT: '任职（参加经营）同意文件',
    PREMISES_PROOF: '住所（经营场所）使用证明',
    LICENCES: '法人股东的电子营业执照',
  },
  finding: { place: '位置', requires: '要求', mend: '补正方法', basis: '依据' },
  confirmed: {
    declared: '由申请人申报、对其真实性负责的事项',
    checked: '由登记机关核对的事项',
    promised: '申请人签署的承诺，文本版本',
  },
  remark: '本文书以简体中文文本为准。',
  personal: {
    title: '个人信息页',
    remark: '本页载有个人信息，单独存放，不得与文书正文一并公示或者转交他人。',
    name: '姓名',
    roles: '职务或者身份',
    document: '证件类型',
    number: '证件号码',
    residence: '居所',
    phone: '电话',
  },
  page: {
    number: '文书编号',
    application: '申请编号',
    rights: '救济途径',
    verify: '本文书经电子签名（ES256），可以在登记系统查验：',
    served: '送达时间',
  },
};
