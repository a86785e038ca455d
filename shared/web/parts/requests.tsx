/** 诉求: what a petition asks for; several are numbered, as its letter answers them. */
export const Requests = ({ requests }: { requests: readonly string[] }) => {
  const [only, ...others] = requests;
  if (others.length === 0) return <div class="own-words">{only}</div>;
  return (
    <ol class="requests">
      {requests.map((request) => (
        <li class="own-words" key={request}>
          {request}
        </li>
      ))}
    </ol>
  );
};
