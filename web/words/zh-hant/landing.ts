import type { Texts } from '../words.ts';

/** 繁體中文（香港、澳門）；以簡體中文為準。 */
export const words: Texts['landing'] = {
  frame: {
    system: '廣州市市場准入一站式登記',
    skip: '跳到主要內容',
    language: '語言',
    nav: '主導航',
    register: '查詢登記簿',
    verify: '查驗執照',
    applications: '我的申請',
    signOut: '退出登入',
    counts: '各語言文本如有不一致，以簡體中文為準。',
    agents: '代理機構',
    api: '介面文件',
    keys: '執照公鑰',
  },
  landing: {
    title: '一次辦好市場准入',
    lead: '名稱、住所、經營範圍、人員與簽署合為一件申請。符合規定的，由系統自動審核並當場發照；不符合的，一次告知全部問題；機器無法判斷的，由登記人員辦理。',
    doTitle: '您可以在這裡',
    trackTitle: '查看我的申請',
    trackText: '辦到哪一步、輪到誰、期限還有多久；審核意見、文書和執照。',
    searchTitle: '查詢登記簿',
    searchText: '按名稱、字號或者統一社會信用代碼，查詢已登記的經營主體。',
    verifyTitle: '查驗營業執照',
    verifyText: '用執照號碼、執照文件或者執照上的QR 碼，查驗執照是否真實有效。',
    signTitle: '收到簽署連結？',
    signText:
      '請直接打開發給您的連結。頁面會先用通俗文字說明您要簽什麼，再列出全部材料；一次人臉認證即可簽署，也可以拒絕。',
    stepsTitle: '辦理過程',
    steps: {
      one: '填報：一件申請填清全部內容，由本人、代理機構或者平台提交。',
      two: '簽署：每位當事人用自己的連結閱讀材料並認證。',
      three: '審核：系統按公開的規則逐條核對；只有登記人員可以作出不予登記的決定。',
      four: '發照：登記與電子營業執照同時生效，任何人都可以查驗。',
    },
    agents: '代理機構和平台可以通過介面成批提交。',
  },
  common: {
    loading: '正在讀取…',
    retry: '再試一次',
    yes: '是',
    no: '否',
    none: '無',
    checkedAt: '查詢時間：{{at}}',
    notFoundTitle: '沒有這個頁面',
    notFoundText: '地址可能不完整，或者頁面已經移走。',
    home: '回到首頁',
  },
  failure: {
    OFFLINE:
      '網絡連接中斷，沒有收到答覆。您填寫的內容都還在；網絡恢復後請再試一次，重複發送不會重複辦理。',
    SIGNED_OUT: '登入已過期。重新登入後會回到本頁，沒有內容丟失。',
    UNKNOWN: '系統暫時沒有正常答覆。請稍後再試。',
    quote: '如需諮詢，請提供編號：{{instance}}',
    page: '頁面沒有完整載入，可能是網絡中斷。請重新載入。',
    reload: '重新載入',
  },
};
