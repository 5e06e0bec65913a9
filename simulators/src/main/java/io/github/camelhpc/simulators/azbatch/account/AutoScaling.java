package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.PoolShapes;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Scales pools by formulas (facts/azbatch.md §1.1). */
public final class AutoScaling {

  /** Changes of one pool's formula must be that far apart (facts/azbatch.md §5). */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final AccountContext context;
  private final Pools pools;
  private final PoolAllocation allocation;

  AutoScaling(AccountContext context, Pools pools, PoolAllocation allocation) {
    this.context = context;
    this.pools = pools;
    this.allocation = allocation;
  }

  /** Scales a pool by a formula from now on. */
  public Pool enable(String poolId, JsonObject body) {
    JsonObject checked = PoolShapes.ENABLE_AUTO_SCALE.check(body);
    Pool pool = pools.steady(poolId);
    AutoScale scale = pool.autoScale();
    String formula = checked.getString("autoScaleFormula", scale.formula());
    if (formula == null) {
      throw BatchFault.missingProperty("autoScaleFormula");
    }
    Instant last = scale.lastEnabled();
    if (last != null && Duration.between(last, context.now()).compareTo(PAUSE) < 0) {
      throw BatchFault.of(
          503,
          "TooManyEnableAutoScaleRequests",
          "Automatic scaling of a pool can be enabled only once in 30 seconds.");
    }
    begin(pool, formula, checked.getString("autoScaleEvaluationInterval"));
    return pool;
  }

  void begin(Pool pool, String text, String interval) {
    AutoScaleFormula formula = AutoScaleFormula.parse(text);
    if (formula.isBad()) {
      throw formula.fault();
    }
    pool.autoScale().enable(text, interval, context.now());
    pool.changed();
    run(pool);
  }

  /** Evaluates the formula, resizes the pool if it is steady, and does so again later. */
  private void run(Pool pool) {
    AutoScale scale = pool.autoScale();
    if (!scale.isEnabled() || !pool.isActive()) {
      return;
    }
    AutoScaleFormula formula = AutoScaleFormula.parse(scale.formula());
    scale.ran(formula.run(pool.targets(), context.now()));
    NodeTargets wanted = formula.targets(pool.targets());
    if (pool.isSteady() && !wanted.equals(pool.targets())) {
      allocation.resize(pool, wanted, formula.option());
    }
    scale.next(context.after(scale.interval(), () -> run(pool)));
  }

  /** The pool keeps the nodes that it has. */
  public Pool disable(String poolId) {
    Pool pool = pools.active(poolId);
    pool.autoScale().disable();
    pool.changed();
    return pool;
  }

  /** AutoScaleRun of a formula that is only tried. */
  public JsonObject evaluate(String poolId, JsonObject body) {
    JsonObject checked = PoolShapes.EVALUATE_AUTO_SCALE.check(body);
    Pool pool = pools.active(poolId);
    if (!pool.autoScale().isEnabled()) {
      throw Conflict.of("OperationNotValidOnPool", "Automatic scaling of the pool is not enabled.");
    }
    return AutoScaleFormula.parse(checked.getString("autoScaleFormula"))
        .run(pool.targets(), context.now());
  }
}
