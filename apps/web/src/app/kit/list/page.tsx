import { ListDemo } from '../_parts/list-demo';

export default function Page() {
  return <ListDemo />;
}
