export function Experiments() {
  return <p>Experiments</p>;
}
