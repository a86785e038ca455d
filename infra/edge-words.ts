/** What a reader gets who is turned away before anything of ours is asked. WAF takes it as it is, at most 4 KB. */
type EdgeNotice = Record<"zh" | "en", { title: string; text: string }>;

const tooOften: EdgeNotice = {
  zh: {
    title: "访问过于频繁，请稍后再试",
    text: "您所在的网络几分钟内的访问次数超过了上限，这次请求没有处理，也没有保存任何内容。请等五分钟，再刷新或者重新提交。同一单位、同一村镇常常共用一个网络地址，不一定是您造成的。",
  },
  en: {
    title: "Too many requests: please try again later",
    text: "Within a few minutes more was asked from your network than it may ask. This request was not handled, and nothing of it was stored. Please wait five minutes, then reload the page or send it again. An office or a village often shares one network address, so it need not have been you.",
  },
};

const tooLarge: EdgeNotice = {
  zh: {
    title: "提交的内容太大",
    text: "这次提交超过了能够接收的大小，没有处理，也没有保存任何内容。请返回上一页，缩短内容后重新提交；诉求用文字说明即可，不接收附件。",
  },
  en: {
    title: "What you sent is too large",
    text: "It is more than can be received: it was not handled, and nothing of it was stored. Please go back, make it shorter and send it again. A petition is told in words; attachments are not taken.",
  },
};

const page = ({ zh, en }: EdgeNotice): string =>
  [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${zh.title}</title></head><body><main><h1>${zh.title}</h1><p>${zh.text}</p>`,
    `<div lang="en"><h2>${en.title}</h2><p>${en.text}</p></div></main></body></html>`,
  ].join("");

/** The pages of the edge, by why somebody is turned away. */
export const edgePages = { tooOften: page(tooOften), tooLarge: page(tooLarge) };
