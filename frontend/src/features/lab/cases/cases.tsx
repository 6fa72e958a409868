export function Cases() {
  return <p>Cases</p>;
}
