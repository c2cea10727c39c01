import type { LegalDate } from '../shared/calendar.ts';
import type { Matter } from './matter.ts';
import type { About, Said, Words } from './words.ts';

const date = (on: LegalDate): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const PROVISIONAL = '（該日期所在年度的節假日安排尚未公佈，期限屆滿日以公佈後的安排為準。）';
const term = ({ until, provisional }: { until: LegalDate; provisional: boolean }): string =>
  `${date(until)}${provisional ? PROVISIONAL : ''}`;

const PERSON =
  '本意見由系統自動審核作出。您可以要求由登記工作人員審核（《個人信息保護法》第24條）。';

const remedies = (district: string | undefined): string[] => [
  `如不服本決定，可以自收到本通知書之日起六十日內向${district ? `廣州市${district}人民政府` : '有管轄權的行政復議機關'}申請行政復議（《行政復議法》）。`,
  '也可以自收到本通知書之日起六個月內依法向人民法院提起行政訴訟（《行政訴訟法》）。',
];

function say(
  matter: Matter,
  { registrar, district, business, received, documentHash }: About,
): Said {
  const subject = business ? `「${business}」的設立登記申請` : '您的設立登記申請';
  const on = received ? `於${date(received)}提交的` : '';
  switch (matter.kind) {
    case 'RECEIPT':
      return {
        title: '接收申請材料憑證',
        body: [
          `${registrar}已收到${on}${subject}，材料清單附後。`,
          `已簽署文件的摘要（SHA-256）：${documentHash}。`,
          `申請材料齊全、符合法定形式的，當場登記；不能當場登記的，於${term(matter.term)}前作出決定（《市場主體登記管理條例實施細則》第18條）。`,
        ],
      };
    case 'CORRECTIONS':
      return {
        title: '申請材料補正一次性告知書',
        body: [
          `${registrar}已審核${on}${subject}。申請材料不齊全或者不符合法定形式，現予退回，並一次性告知需要補正的全部內容（《市場主體登記管理條例》第19條、《實施細則》第18條）。`,
          ...(matter.reason ? [`登記工作人員的意見：${matter.reason}`] : []),
          `補正後重新提交的，重新計算辦理期限。${matter.lapses ? `${date(matter.lapses)}前未補正的，申請失效。` : ''}`,
        ],
        rights: matter.reason === undefined ? [PERSON] : [],
      };
    case 'EXTENSION':
      return {
        title: '登記辦理期限延長告知書',
        body: [
          `${on}${subject}情形複雜，經登記機關負責人批准，辦理期限延長三個工作日，至${term(matter.term)}（《市場主體登記管理條例實施細則》第18條）。`,
          `延長的理由：${matter.reason}`,
        ],
      };
    case 'REGISTRATION':
      return matter.basis === 'CONFIRMED'
        ? {
            title: '登記確認通知書',
            body: [
              `經形式審查，${on}${subject}材料齊全、符合法定形式。${registrar}對申請人申報並承諾的登記事項予以確認，並予公示。`,
              `統一社會信用代碼：${matter.uscc}。`,
              '申報事項的真實性、合法性由申請人負責。登記機關依法開展事後核查，核查結果不構成對本申請的再次決定。',
            ],
          }
        : {
            title: '准予登記通知書',
            body: [
              `經審查，${on}${subject}材料齊全、符合法定形式，決定准予登記。`,
              `統一社會信用代碼：${matter.uscc}。`,
            ],
          };
    case 'REFUSAL':
      return {
        title: '不予登記通知書',
        body: [
          `經審查，${on}${subject}不符合法律、行政法規規定，決定不予登記（《市場主體登記管理條例》第20條、《實施細則》第19條）。`,
          `理由：${matter.reason}`,
        ],
        rights: remedies(district),
      };
    case 'TRANSFER':
      return {
        title: '登記申請移送告知書',
        body: [
          `${on}${subject}不屬於${registrar}登記管轄，現連同全部材料和簽名移送${matter.to}辦理，無需重新提交。`,
          `理由：${matter.reason}`,
        ],
      };
    case 'WITHDRAWAL':
      return {
        title: '登記申請撤回通知書',
        body: [
          `${on}${subject}${WITHDRAWN[matter.because]}撤回。所保留的名稱和工位已經釋放，申請人可以重新申請。`,
        ],
      };
    case 'LAPSE':
      return {
        title: '登記申請失效告知書',
        body: [
          `${subject}${LAPSED[matter.from]}，現已失效。所保留的名稱和工位已經釋放，申請人可以重新申請。`,
        ],
      };
    case 'REMINDER':
      return {
        title: '簽署提醒',
        body: [
          `${subject}尚有應簽署人沒有簽署。${date(matter.lapses)}前仍未全部簽署的，申請失效。`,
        ],
      };
    case 'CORRECTION_ORDER':
      return {
        title: '責令限期更正通知書',
        body: [
          `${registrar}對${business ? `「${business}」` : '該經營主體'}（統一社會信用代碼：${matter.uscc}）進行了事後核查，發現：${matter.found}`,
          `請於${date(matter.correctBy)}前辦理更正。逾期未更正的，依法處理。原登記在依法變更或者撤銷前繼續有效。`,
        ],
        rights: remedies(district),
      };
    case 'DENIAL':
      return {
        title: '身份異議告知書',
        body: [
          `${on}${subject}中列名的人員聲明與本申請無關。本申請須經登記工作人員核查，核查完成前不予登記。`,
        ],
      };
  }
}

const WITHDRAWN = {
  ASKED: '已按申請人的要求',
  MANDATE_ENDED: '已因委託人終止委託而',
  CLIENT_CHOSE_ANOTHER: '已因委託人選定由他方辦理而',
} as const;

const LAPSED = {
  DRAFT: '保存後逾期未提交',
  SIGNING: '逾期未全部簽署',
  RETURNED: '退回後逾期未補正',
} as const;

/** 繁體中文. What is quoted of the register, of rules and of officials stays as it was written. */
export const ZH_HANT: Words = {
  date,
  addressee: (business) => business ?? '申請人（無字號名稱的個體工商戶）',
  say,
  materials: {
    APPLICATION: '登記申請書',
    CHARTER: '公司章程及股東簽署頁',
    MANDATE: '委託代理文書',
    CUSTODY: '住所託管協議',
    PROMISES: '承諾書',
    CONSENT: '任職（參加經營）同意文件',
    PREMISES_PROOF: '住所（經營場所）使用證明',
    LICENCES: '法人股東的電子營業執照',
  },
  finding: { place: '位置', requires: '要求', mend: '補正方法', basis: '依據' },
  confirmed: {
    declared: '由申請人申報、對其真實性負責的事項',
    checked: '由登記機關核對的事項',
    promised: '申請人簽署的承諾，文本版本',
  },
  remark: '本文書以簡體中文文本為準。',
  personal: {
    title: '個人信息頁',
    remark: '本頁載有個人信息，單獨存放，不得與文書正文一併公示或者轉交他人。',
    name: '姓名',
    roles: '職務或者身份',
    document: '證件類型',
    number: '證件號碼',
    residence: '居所',
    phone: '電話',
  },
  page: {
    number: '文書編號',
    application: '申請編號',
    rights: '救濟途徑',
    verify: '本文書經電子簽名（ES256），可以在登記系統查驗：',
    served: '送達時間',
  },
};
