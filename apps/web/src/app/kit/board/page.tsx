import { BoardDemo } from '../_parts/board-demo';

export default function Page() {
  return <BoardDemo />;
}
