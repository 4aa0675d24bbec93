using Akka.Actor;
using Akka.Hosting;
using Backtest.Actors.Running;
using Backtest.Storage.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Backtest.Actors.Hosting;

/// <summary>Brings backtests into a host.</summary>
public static class BacktestHosting
{
    /// <summary>Registers <see cref="IStudyRunner"/>. It runs studies in the host's actor system where there is one, which then needs
    /// <see cref="WithBacktest"/>; else in a system of its own, made with the first run and gone with the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="store">The directory of the store; made where it does not exist.</param>
    public static IServiceCollection AddBacktest(this IServiceCollection services, string store = StoreDirectory.DefaultName) =>
        services.AddSingleton<IStudyRunner>(provider =>
            new HostedStudyRunner(new StoreDirectory(store), provider.GetService<ActorSystem>()));

    /// <summary>Gives a host's actor system what running studies needs: journal, serializer, dispatchers, and our settings, which the host's
    /// own configuration may override. The store is the one of <see cref="AddBacktest"/>.</summary>
    /// <param name="builder">The system's builder.</param>
    /// <param name="store">The directory of the store.</param>
    public static AkkaConfigurationBuilder WithBacktest(this AkkaConfigurationBuilder builder, string store = StoreDirectory.DefaultName) =>
        builder.AddHocon(BacktestConfiguration.Create(new StoreDirectory(store)), HoconAddMode.Append);
}
