package io.github.camelhpc.simulators.hpcsoa.service;

/** The value of a European option without dividends. */
final class BlackScholes {

  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  private BlackScholes() {}

  static double price(
      boolean call, double spot, double strike, double years, double rate, double volatility) {
    double deviation = volatility * Math.sqrt(years);
    double d1 =
        (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
    double d2 = d1 - deviation;
    double discounted = strike * Math.exp(-rate * years);
    return call
        ? spot * normal(d1) - discounted * normal(d2)
        : discounted * normal(-d2) - spot * normal(-d1);
  }

  /**
   * The cumulative normal distribution: the series of Marsaglia, "Evaluating the Normal
   * Distribution" (Journal of Statistical Software 11/4, 2004), accurate to 1e-15 where it is not 0
   * or 1.
   */
  static double normal(double x) {
    if (Math.abs(x) > 8) {
      return x > 0 ? 1 : 0;
    }
    double sum = x;
    double previous = 0;
    double term = x;
    for (int i = 3; sum != previous; i += 2) {
      previous = sum;
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / SQRT_2_PI;
  }
}
