/** Payments and refunds, from week 5 on. */
export const PAYMENTS = `
* work APP-14 ana -49..-38 feature/APP-14-card-payments merge
Take a payment
  src/payments/pay.ts pay(booking: Booking, card: CardToken): Payment
    return provider.charge(booking.price, card, booking.reference);
Ask the provider before charging again
  src/payments/pay.ts pay(booking: Booking, card: CardToken): Payment
    return provider.find(booking.reference) ?? provider.charge(booking.price, card, booking.reference);
Keep the hold when a card is declined
  src/payments/declined.ts declined(booking: Booking, reason: string): void
    extend(booking.hold, minutes(5));
    log('declined', booking.reference, reason);
Never log a card number
  src/payments/mask.ts mask(text: string): string
    return text.replace(/[0-9]{12,19}/g, '****');
Time limits for calls to the provider
  src/payments/provider.ts const TIMEOUT = 8000
* work APP-58 li -37..-36 main
APP-58 Round money once, at the end
  src/pricing/money.ts round(amount: number, currency: Currency): number
    const unit = currency === 'NOK' ? 100 : 1;
    return Math.round(amount * unit) / unit;
* work APP-15 li -37..-32 feature/APP-15-webhooks squash:19
Receive payment events
  src/payments/webhook.ts receive(event: PaymentEvent): void
    apply(event);
Refuse events with a wrong signature
  src/payments/webhook.ts verify(body: string, signature: string): boolean
    return timingSafeEqual(hmac(body), signature);
Apply every event once
  > Task: APP-15
  src/payments/webhook.ts receive(event: PaymentEvent): void
    if (!seen(event.id)) apply(event);
* work APP-17 mia -31..-29 main
Send the receipt after the payment
  > Refs: APP-17
  src/mail/receipt.ts receipt(payment: Payment): Mail
    return { to: payment.email, subject: text('receipt'), body: render(payment) };
Receipts in the passenger's language
  > Refs: APP-17
  src/mail/texts.ts text(key: string, language: Language): string
    return TEXTS[language][key] ?? TEXTS.en[key];
* work APP-59 tom -27..-26 main
APP-59 Logs as JSON, one event a line
  src/log.ts log(event: string, fields: Fields): void
    process.stdout.write(JSON.stringify({ event, at: now(), ...fields }));
* work APP-18 li -27..-24 main
APP-18 Try a payment again when the network failed
  src/payments/retry.ts retry(work: () => Payment, times: number): Payment
    return attempt(work, times, TIMEOUT);
APP-18 Wait longer each time
  src/payments/retry.ts wait(attempt: number): number
    return Math.min(30000, 500 * 2 ** attempt);
* work APP-16 ana -30..-22 feature/APP-16-refunds keep
Refund a whole payment
  src/payments/refund.ts refund(payment: Payment): Refund
    return provider.refund(payment.id, payment.amount);
Refund a part
  src/payments/refund.ts refund(payment: Payment, amount: Money): Refund
    return provider.refund(payment.id, amount);
Never refund more than was paid
  src/payments/refund.ts refund(payment: Payment, amount: Money): Refund
    if (amount > left(payment)) throw new TooMuch(payment.id);
    return provider.refund(payment.id, amount);
Refunds in the API guide
  docs/api.md ## Refunds
    A refund may be a part of the payment. It is on the card within three days.
* work APP-23 tom -21..-19 feature/APP-23-audit squash:27
Write every change of a payment to the audit log
  src/payments/audit.ts audit(payment: Payment, change: string): void
    append({ id: payment.id, change, by: currentUser() });
APP-23 The audit log can only grow
  src/payments/audit.ts append(entry: AuditEntry): void
    db.run('insert into audit values (?, ?, ?)', entry.id, entry.change, entry.by);
* work APP-47 ana -24..-21 main
APP-47 Pay without 3-D Secure where the bank has none
  src/payments/secure.ts needsChallenge(card: CardToken): boolean
    return card.bank.threeDSecure && card.amount > 0;
APP-47 Explain the fallback in the guide
  docs/api.md ## 3-D Secure
    Where the bank offers none, a payment goes on without it.
* work APP-22 ana -10..-9 main
Round a partial refund like the payment
  > Fixes APP-22
  src/payments/refund.ts share(payment: Payment, part: number): Money
    return round(payment.amount * part, payment.currency);
* branch -9 fix/APP-22-refund-rounding
* commit -8 ana fix/APP-22-refund-rounding
Round refunds in foreign currencies as well
  src/payments/refund.ts share(payment: Payment, part: number): Money
    return round(payment.amount * part * payment.rate, payment.currency);
* commit -7 ana fix/APP-22-refund-rounding
Test refunds in four currencies
  src/payments/refund.test.ts roundsInEveryCurrency(): void
    for (const currency of CURRENCIES) equal(share(paid(currency), 0.5), half(currency));
* work APP-19 mia -19..-12 main open
APP-19 Pay a part with a voucher
  src/payments/voucher.ts spend(voucher: Voucher, price: Money): Money
    return Math.min(voucher.left, price);
APP-19 What is left stays on the voucher
  = APP-19 checked 2
  src/payments/voucher.ts leave(voucher: Voucher, spent: Money): Voucher
    return { ...voucher, left: voucher.left - spent };
* commit -11 noor
Vouchers are in review
  = APP-19 status In review
* commit -8 mia
Refund to the voucher first
  > Closes: APP-19
  = APP-19 checked 3
  src/payments/voucher.ts giveBack(voucher: Voucher, amount: Money): Voucher
    return { ...voucher, left: voucher.left + amount };
* work APP-21 li -9..-2 main open
APP-21 Count the cards tried on a booking
  src/payments/fraud.ts cards(booking: Booking): number
    return new Set(attempts(booking).map(attempt => attempt.card)).size;
APP-21 Refuse the fourth card
  = APP-21 checked 1
  src/payments/fraud.ts suspicious(booking: Booking): boolean
    return cards(booking) > 3;
Say nothing about the rule to the payer
  > Task: APP-21
  = APP-21 remaining 2d
  src/payments/fraud.ts refusal(): ApiError
    return { code: 'payment-refused', message: text('payment-refused') };
* commit -25 mia
Shorter log lines when a card is declined
  src/payments/declined.ts declined(booking: Booking, reason: string): void
    extend(booking.hold, minutes(5));
    log('declined', { reference: booking.reference, reason });
* commit -23 li
Answer 503 while the provider is down
  label outage
  src/payments/provider.ts down(error: unknown): boolean
    return isTimeout(error) || statusOf(error) >= 500;
* commit -22 noor
Link the outage fix to refunds, where it was found
  = APP-16 commits outage
* commit -15 li
APP-19 Take prices from one table
  label prices
  src/pricing/table.ts priceTable(route: string): Price[]
    return db.all('select * from price where route = ?', route).map(toPrice);
* commit -17 bot
chore(release): 0.3.0
  package.json version "0.3.0"
* commit -5 tom
Warm up the connection to the provider
  src/payments/provider.ts warmUp(): void
    provider.ping();
`;
