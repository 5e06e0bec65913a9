package io.github.camelhpc.simulators.hpcsoa.service;

import io.github.camelhpc.simulators.hpcsoa.SoaCall;
import io.github.camelhpc.simulators.hpcsoa.SoaService;
import java.util.List;
import java.util.Locale;

/**
 * Prices a European option by Black and Scholes, for a row of six parameters: {@code call} or
 * {@code put}, spot price, strike price, years to expiry, interest rate and volatility of a year
 * (0.05 for 5 %). The price has six decimals.
 *
 * <p>A generic request is such a row, separated by commas, semicolons or tabs: {@code
 * call,100,95,0.5,0.03,0.2}. The element of a SOAP request has the row as its text or in one child,
 * or has a child for each parameter; {@code Price} is answered by {@code PriceResponse} with the
 * price in {@code PriceResult}.
 */
public final class PricingService implements SoaService {

  /** The name of the service. */
  public static final String NAME = "PricingService";

  private static final int PARAMETERS = 6;

  @Override
  public String process(SoaCall request) throws Exception {
    if (request.generic()) {
      return price(row(request.body()));
    }
    OperationElement operation = OperationElement.parse(request.body());
    List<String> arguments = operation.arguments();
    return operation.result(price(arguments.size() == 1 ? row(arguments.get(0)) : arguments));
  }

  private static List<String> row(String text) {
    return List.of(text.split("[,;\t]", -1));
  }

  private static String price(List<String> row) {
    if (row.size() != PARAMETERS) {
      throw new IllegalArgumentException(
          "A row must have 6 parameters (call or put, spot, strike, years, rate, volatility), not "
              + row.size()
              + ".");
    }
    double price =
        BlackScholes.price(
            isCall(row.get(0).trim()),
            positive("spot", row.get(1)),
            positive("strike", row.get(2)),
            positive("years", row.get(3)),
            number("rate", row.get(4)),
            positive("volatility", row.get(5)));
    return String.format(Locale.ROOT, "%.6f", price);
  }

  private static boolean isCall(String type) {
    if (type.equalsIgnoreCase("call")) {
      return true;
    }
    if (type.equalsIgnoreCase("put")) {
      return false;
    }
    throw new IllegalArgumentException("An option is a call or a put, not '" + type + "'.");
  }

  private static double positive(String name, String text) {
    double number = number(name, text);
    if (number <= 0) {
      throw new IllegalArgumentException("The " + name + " must be above 0, not " + text + ".");
    }
    return number;
  }

  private static double number(String name, String text) {
    try {
      double number = Double.parseDouble(text.trim());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number without end
    }
    throw new IllegalArgumentException("The " + name + " must be a number, not '" + text + "'.");
  }
}
