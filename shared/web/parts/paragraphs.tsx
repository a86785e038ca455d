/** What somebody wrote, a paragraph for each of its lines. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .map((line) => (
        <p key={line}>{line.trim()}</p>
      ))}
  </>
);
