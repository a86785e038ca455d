import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { document } from "#web/parts/document.tsx";
import { Office } from "#web/parts/office.tsx";
import type { DistrictShown, View } from "#web/parts/view.ts";

type NoticePart = { heading: Bilingual; says: readonly Bilingual[] };
type NoticeWords = { title: Bilingual; parts: readonly NoticePart[]; ask: Bilingual };

/** What is said here of times and tables is what docs/data.md and the configuration say: change them together. */
const privacy: NoticeWords = {
  title: { zh: "隐私说明", en: "Privacy" },
  parts: [
    {
      heading: { zh: "我们保存什么", en: "What we keep" },
      says: [
        {
          zh: "您愿意留的姓名、电话（没有电话的，是您自定的号码）、邮箱和收信地址，您写的事情经过、地点和诉求，以及以后您和办理单位就这件事写下的内容。不要身份证号，不要照片，不注册账户。",
          en: "What you left of your name, your phone number or the number that you chose instead, your email address and your postal address; what you wrote about the matter, the place and what you ask for, and whatever you and the offices write on it later. No identity number, no picture, no account.",
        },
        {
          zh: "还有办理过程：什么时候由哪个单位的谁做了什么，各项期限，以及谁看过您的材料。",
          en: "Besides, how it was handled: who of which office did what and when, the time limits, and who looked at your petition.",
        },
      ],
    },
    {
      heading: { zh: "存在哪里，怎么保护", en: "Where, and how it is protected" },
      says: [
        {
          zh: "存在本区使用的云服务（Amazon Web Services）的数据库里。您的姓名、号码、邮箱、地址和写下的文字逐项加密后才存入；邮件里不写您是谁，也不写事情经过。",
          en: "In databases of the cloud service that the district uses (Amazon Web Services). Your name, number, addresses and words are each encrypted before they are stored. No email says who you are or what happened.",
        },
      ],
    },
    {
      heading: { zh: "谁能看到", en: "Who sees it" },
      says: [
        {
          zh: "正在办理这件事的人，或者替他们值守的人；决定延期、决定由哪个单位办理和协办的人只看诉求，看不到姓名和电话。每次查看都有记录，您查询进度时能看到是哪个单位、什么时候看的。",
          en: "Whoever is handling the matter, or stands in for them. Whoever decides on more time or on which unit has it, or answers for another unit, sees what you wrote, not your name or number. Every look is recorded, and you see it on the progress page: which office, and when.",
        },
        {
          zh: "您开放联名以后，凭联名码加入的人看得到编号、类别、社区、办理进度和文书，看不到您的姓名和电话。联名人的姓名和电话也加密保存，办理单位、您和其他联名人都只看得到人数。",
          en: "Once you let others join, those who do see the number, the category, the community, the progress and the letters, and neither your name nor your number. Theirs are encrypted, too: the office, you and the others see only how many they are.",
        },
        {
          zh: "您反映的单位和个人看不到这件事项，也不能办理。我们不给信访人打分、画像或列名单。",
          en: "The offices and people that you complain about neither see the petition nor act on it. Nobody who petitions is scored, profiled or put on a list.",
        },
      ],
    },
    {
      heading: { zh: "保存多久", en: "For how long" },
      says: [
        {
          zh: "信访事项的记录是公务档案，本系统不会自行删除，备份按本区规定的期限留存，到期自动删除。工作人员邮件里的办理链接，办结 30 天后失效。",
          en: "The record of a petition is an official file; this system deletes nothing of it by itself, and its backups are deleted by themselves after the time that the district lays down. The links in emails to staff end 30 days after the case.",
        },
        {
          zh: "为了您返回、刷新时不丢内容，没写完的诉求和回执在您的设备名下加密保留 1 天，查询进度的页面保留 2 小时；只有这台设备打得开，点“清除并离开”即刻作废。",
          en: "So that going back and reloading lose nothing, a petition that you are writing and its receipt are kept, encrypted, for a day, and a progress page for two hours. Only your device can open them, and “Clear and leave” ends that at once.",
        },
        {
          zh: "为了防止有人反复试查询码，您的网络地址当天只以加密摘要计数，第二天过后就无法还原；日志里没有您的网络地址和您写的内容，最多留一年。",
          en: "To stop people from guessing codes, tries are counted under a hash of the network address, which nothing can tell apart once the next day is over. Logs hold neither your network address nor your words, and are kept for a year at most.",
        },
      ],
    },
    {
      heading: { zh: "您的设备上有什么", en: "What is on your device" },
      says: [
        {
          zh: "必要的 Cookie：一个用来打开上面说的页面（1 天），一个记住您选的语言（1 年）；工作人员另有一个当天有效的。浏览器里还记着没写完的诉求（不含姓名和电话），提交后清除，以及是否用大字。没有统计和广告，不从别的网站取任何东西。",
          en: "Cookies that are needed: one that opens the pages above (a day), one for the language that you chose (a year), and for staff one that lasts for the day. Your browser also holds what you have written of a petition, without your name and number, until you file it, and whether you chose large type. Nothing counts visits or advertises, and nothing comes from any other site.",
        },
      ],
    },
    {
      heading: { zh: "您的权利", en: "Your rights" },
      says: [
        {
          zh: "您可以凭查询码随时查看办理情况和查看记录。依照《个人信息保护法》，您有权查阅、复制、更正我们保存的您的信息；查询码丢了，请带身份证件到下面的地方补领。",
          en: "With your query code you can see at any time how the matter stands and who looked at it. Under the Personal Information Protection Law you may see, copy and have corrected what is kept about you. If you have lost the code, bring an identity document to the office below for a new one.",
        },
      ],
    },
  ],
  ask: { zh: "有疑问、要更正，或者认为信息被不当使用", en: "To ask, to correct, or to complain of a misuse" },
};

const accessibility: NoticeWords = {
  title: { zh: "无障碍说明", en: "Accessibility" },
  parts: [
    {
      heading: { zh: "我们做到了什么", en: "What we do" },
      says: [
        {
          zh: "页面按《Web 内容无障碍指南》（WCAG 2.2）AA 级制作，每次改动都用自动检查工具（axe）在手机和电脑两种宽度下、中英文两种语言检查。",
          en: "The pages are made to level AA of the Web Content Accessibility Guidelines (WCAG 2.2). At each change they are checked with a tool (axe) at the width of a phone and of a desk, in Chinese and in English.",
        },
        {
          zh: "可以只用键盘，可以用读屏软件，不开脚本也能提交和查询；字可以放大（页面上方“大字”，或者用浏览器放大），按系统设置显示深色或浅色；期限除了颜色都有文字；没有限时操作，验证码不用辨认图片。",
          en: "They work with the keyboard alone, with a screen reader, and without scripts. Type can be made larger (“Large type” at the top, or by your browser), and is dark or light as your system is. Colours always come with words. Nothing has to be done against the clock, and no picture has to be deciphered.",
        },
      ],
    },
    {
      heading: { zh: "还没有做到的", en: "What is missing" },
      says: [
        {
          zh: "还没有请残障人士和读屏软件用户完整试用过，没有手语、盲文和少数民族文字版本。办理单位写的答复，文字是否好懂取决于写的人。",
          en: "People with disabilities have not tried all of it with their own software yet. There is no sign language, no Braille, and no version in the languages of minorities. How plain an answer reads is up to the office that wrote it.",
        },
      ],
    },
    {
      heading: { zh: "不方便上网", en: "If the web does not suit you" },
      says: [
        {
          zh: "可以打电话或者到下面的地方来，请工作人员帮您提交和查询，不收费。答复可以打印，可以当面送交或邮寄。",
          en: "Call or come to the office below: its staff help you to file a petition and to follow it, free of charge. An answer can be printed, handed over or posted.",
        },
      ],
    },
  ],
  ask: { zh: "哪里用不了，请告诉我们", en: "If something does not work for you, tell us" },
};

const notices = { privacy, accessibility };
export type NoticeName = keyof typeof notices;

/** 隐私说明、无障碍说明: what becomes of what people tell us, and who can use these pages; with whom to ask. */
export const noticePage = ({
  view,
  district,
  notice,
}: {
  view: View;
  district: DistrictShown;
  notice: NoticeName;
}): string => {
  const { lang } = view;
  const { title, parts, ask } = notices[notice];
  return document(view, {
    title: title[lang],
    body: (
      <div class="narrow">
        <h1>{title[lang]}</h1>
        {parts.map((part) => (
          <NoticeSection part={part} lang={lang} key={part.heading.en} />
        ))}
        <section class="panel" aria-labelledby="ask-title">
          <h2 id="ask-title">{ask[lang]}</h2>
          <Office district={district} lang={lang} />
        </section>
      </div>
    ),
  });
};

const NoticeSection = ({ part: { heading, says }, lang }: { part: NoticePart; lang: Lang }) => (
  <section>
    <h2>{heading[lang]}</h2>
    {says.map((paragraph) => (
      <p key={paragraph.en}>{paragraph[lang]}</p>
    ))}
  </section>
);
