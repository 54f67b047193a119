import { MoneyText } from '@/ui';

interface Amount { amountMinor: string; currency: string }

export interface PaperLine {
  description: string;
  quantity: string;
  unitPrice: Amount;
  discountBasisPoints: number;
  net: Amount;
}

/** Lines and sums of a quote, the same for staff and client. */
export function QuotePaper({ lines, subtotal, discount, tax, total }: { lines: readonly PaperLine[]; subtotal: Amount; discount: Amount; tax: Amount; total: Amount }) {
  const sums = [
    { label: 'Subtotal', money: subtotal, shown: discount.amountMinor !== '0' || tax.amountMinor !== '0' },
    { label: 'Discount', money: { ...discount, amountMinor: `-${discount.amountMinor}` }, shown: discount.amountMinor !== '0' },
    { label: 'Tax', money: tax, shown: tax.amountMinor !== '0' },
  ];
  return (
    <div className="flex flex-col gap-4">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            <th scope="col" className="py-2 font-medium">What</th>
            <th scope="col" className="w-16 py-2 text-right font-medium">Quantity</th>
            <th scope="col" className="hidden w-28 py-2 text-right font-medium sm:table-cell">Price</th>
            <th scope="col" className="w-28 py-2 text-right font-medium">Amount</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${index}-${line.description}`} className="border-b align-top">
              <td className="py-2 pr-3 text-pretty">{line.description}{line.discountBasisPoints > 0 ? <span className="block text-xs text-muted">{line.discountBasisPoints / 100}% off</span> : null}</td>
              <td className="tabular py-2 text-right">{Number(line.quantity)}</td>
              <td className="hidden py-2 text-right sm:table-cell"><MoneyText money={line.unitPrice} /></td>
              <td className="py-2 text-right"><MoneyText money={line.net} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="ml-auto flex w-64 max-w-full flex-col gap-1 text-sm">
        {sums.filter((sum) => sum.shown).map((sum) => (
          <div key={sum.label} className="flex justify-between"><dt className="text-muted">{sum.label}</dt><dd><MoneyText money={sum.money} /></dd></div>
        ))}
        <div className="flex justify-between border-t pt-1 text-base font-semibold"><dt>Total</dt><dd><MoneyText money={total} /></dd></div>
      </dl>
    </div>
  );
}
