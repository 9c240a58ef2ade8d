/** The product's mark. */
export function Mark() {
  return <img src="/favicon.svg" alt="" width={22} height={22} />;
}
