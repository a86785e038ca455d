import { mostFiles, mostRefusedFiles, type WhyNotFile } from "#case/state/facts/files.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { RefusalsOf } from "./acts/matter-words.ts";

/** 照片和 PDF 材料: why none is taken now. */
export const fileRefusals = {
  filesEnough: {
    zh: `一件事项最多收 ${mostFiles} 份照片和 PDF，已经收满；还有的，请送到承办单位`,
    en: `A case takes ${mostFiles} photos and PDFs, and has them; please bring the rest to the unit in charge`,
  },
  filesRefusedEnough: {
    zh: `已经有 ${mostRefusedFiles} 份文件没能收下，网上不再收；请把材料送到承办单位，或者打电话问怎么办`,
    en: `${mostRefusedFiles} files could not be taken, so no more are taken here; please bring what you have to the unit in charge, or call and ask`,
  },
} satisfies RefusalsOf;

/** 照片和 PDF 材料: what happened to a file that was not taken, and what to do. */
export const fileNotTaken: Readonly<Record<WhyNotFile, Record<Lang, string>>> = {
  kind: {
    zh: "这份文件不是照片（JPG、PNG、WebP）也不是 PDF，没有收下，已经删除。请拍成照片，或者另存为 PDF 再交。文件改了名字，里面的内容不会跟着变。",
    en: "This file is neither a photo (JPG, PNG, WebP) nor a PDF. It was not taken and is deleted. Please take a photo of it, or save it as a PDF. Giving a file another name does not change what is in it.",
  },
  empty: {
    zh: "这份文件是空的，没有收下。请重新选择。",
    en: "This file is empty and was not taken. Please choose it again.",
  },
  tooLarge: {
    zh: "这份文件超过 10 MB，没有收下，已经删除。照片请换一张小一些的，PDF 请分成几份再交；也可以把纸质的送到承办单位。",
    en: "This file is larger than 10 MB. It was not taken and is deleted. Please send a smaller photo, or the PDF in parts; paper can be brought to the unit in charge.",
  },
  broken: {
    zh: "这份文件打不开，没有收下，已经删除。可能没有传完，或者已经损坏。请再交一次；还是不行，请拍成照片再交。",
    en: "This file cannot be read. It was not taken and is deleted. It may not have arrived whole, or be damaged. Please send it again; if that does not help, take a photo of it.",
  },
  swollen: {
    zh: "这份文件解开以后大得不正常，没有收下，已经删除。请用手机重新拍照，交拍的照片。",
    en: "This file unpacks to far more than a photo or a paper takes. It was not taken and is deleted. Please take a photo anew and send that.",
  },
  position: {
    zh: "照片里带有拍摄地点。为了不泄露您在哪里，没有收下，已经删除。请把照片截屏，交截屏的图；或者在手机相册里去掉照片的位置信息再交。以后拍照，可以在相机设置里关掉“保存位置”。",
    en: "The photo says where it was taken. So that it gives away nobody’s whereabouts, it was not taken and is deleted. Please take a screenshot of the photo and send that, or remove the location in your phone’s gallery. Your camera’s settings let you save photos without it.",
  },
  locked: {
    zh: "这份 PDF 加了密码，承办单位打不开，没有收下，已经删除。请去掉密码另存一份再交，或者拍成照片。",
    en: "This PDF is locked by a password, and the unit in charge could not open it. It was not taken and is deleted. Please save it without the password, or take a photo of it.",
  },
  tooMany: {
    zh: `一件事项最多收 ${mostFiles} 份照片和 PDF，这一份没有收下，已经删除。还有的，请送到承办单位。`,
    en: `A case takes ${mostFiles} photos and PDFs. This one was not taken and is deleted. Please bring the rest to the unit in charge.`,
  },
};
