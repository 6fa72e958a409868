export function Policy() {
  return <p>Policy</p>;
}
