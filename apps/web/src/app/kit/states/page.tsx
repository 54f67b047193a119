import { StatesDemo } from '../_parts/states-demo';

export default function Page() {
  return <StatesDemo />;
}
