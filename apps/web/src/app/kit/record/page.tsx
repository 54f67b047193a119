import { RecordDemo } from '../_parts/record-demo';

export default function Page() {
  return <RecordDemo />;
}
