export function Origins() {
  return <p>Origins</p>;
}
