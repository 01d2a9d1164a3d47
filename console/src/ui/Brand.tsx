export function Brand() {
  return (
    <p className="brand">
      <img src="/favicon.svg" alt="" width="26" height="26" />
      Parley
    </p>
  );
}
