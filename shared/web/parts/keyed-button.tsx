import { Hidden } from "./form.tsx";

/** The key to a case, as a form sends it along. */
export type Keyed = Readonly<Record<"code" | "phoneTail", string>>;

/**
 * A button that sends the key to a case: to another of its pages, which opens with it. So nothing is typed twice, and no
 * address says the key. @param filled the one button that most readers of the page want
 */
export const KeyedButton = ({
  to,
  keyed,
  label,
  filled,
}: {
  to: string;
  keyed: Keyed;
  label: string;
  filled?: boolean;
}) => (
  <form class="no-print" method="post" action={to}>
    <Hidden fields={keyed} />
    <button type="submit" class={filled ? undefined : "outline"}>
      {label}
    </button>
  </form>
);
