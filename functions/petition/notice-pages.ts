import type { World } from "#case/state/world.ts";
import type { Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type NoticeName, noticePage } from "#web/pages/notice.page.tsx";
import { keepLang, viewOf } from "#web/parts/view-of.ts";

/** Where it is said what becomes of what people tell us, and who can use the pages: by address, as a door has its routes. */
export const noticePages = ({
  world,
  assets,
  demo,
}: {
  world: () => Promise<World>;
  assets: string;
  demo: boolean;
}) => {
  const page =
    (notice: NoticeName) =>
    async (request: Request): Promise<Reply> => {
      const { now, directory } = await world();
      const { district } = directory;
      const view = viewOf({ ...request, path: `/${notice}` }, { assets, district, demoNow: demo ? now : undefined });
      return { status: 200, html: noticePage({ view, district, notice }), ...keepLang(request) };
    };
  return { "GET /privacy": page("privacy"), "GET /accessibility": page("accessibility") } as const;
};
