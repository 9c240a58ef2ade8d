export { Change } from "./change";
export { Hint } from "./hint";
export { Moment } from "./moment";
export { useMoments } from "./moments";
export { Money } from "./money";
export { Name } from "./name";
export { Quantity } from "./quantity";
